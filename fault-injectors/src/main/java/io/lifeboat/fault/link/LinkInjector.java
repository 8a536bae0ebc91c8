package io.lifeboat.fault.link;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.Failure.Direction;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Network faults, in the proxy through which all connections of a node pass. Dies with this JVM, and the proxy with it. */
public final class LinkInjector implements FaultInjector {

    private static final Set<FailureType> TYPES = EnumSet.of(
            FailureType.NETWORK_CUT,
            FailureType.NETWORK_CUT_ONE_WAY,
            FailureType.NETWORK_LATENCY,
            FailureType.NETWORK_BANDWIDTH);

    @Override
    public String name() {
        return "link-proxy";
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        if (!TYPES.contains(failure.type())) {
            return new Availability.Unavailable("it only injects network faults", "Maybe use one of " + TYPES + ".");
        }
        return target.handle(FaultyLink.class).isPresent()
                ? new Availability.Available("a proxy in the node's link")
                : new Availability.Unavailable(
                        "%s has no link with a proxy in it".formatted(target.node()),
                        "Maybe open the cluster with faulty links.");
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        FaultyLink link = target.handle(FaultyLink.class)
                .orElseThrow(() -> new FaultException("%s has no link with a proxy in it.".formatted(target.node())));
        List<Applied> ways = new ArrayList<>();
        boolean oneWay = failure.type() == FailureType.NETWORK_CUT_ONE_WAY;
        if (!oneWay || failure.direction() == Direction.INBOUND) {
            ways.add(link.inbound().apply(failure.seed()));
        }
        if (!oneWay || failure.direction() == Direction.OUTBOUND) {
            ways.add(link.outbound().apply(~failure.seed()));
        }
        return new LinkFault(failure, ways);
    }
}
