package io.lifeboat.fault.memory;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.MemoryRegions;
import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flips bits through {@code /proc/PID/mem}. */
public final class MemoryInjector implements FaultInjector {

    @Override
    public String name() {
        return "bit-flips";
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        if (failure.type() != FailureType.MEMORY_CORRUPTION) {
            return new Availability.Unavailable("it only injects MEMORY_CORRUPTION", "Maybe another injector does.");
        }
        List<MemoryRegion> regions = regions(target);
        if (regions.isEmpty()) {
            return new Availability.Unavailable(
                    "%s offers no memory".formatted(target.node()),
                    "Maybe let a workload offer some through LIFEBOAT_REGIONS.");
        }
        Optional<String> problem = regions.stream()
                .flatMap(region -> RegionMemory.problem(region).stream())
                .findFirst();
        return problem.<Availability>map(
                        reason -> new Availability.Unavailable(
                                reason,
                                "Maybe the owner gave it back; else set kernel.yama.ptrace_scope to 1 or less, and run as the same user."))
                .orElseGet(() -> new Availability.Available("bits flipped through /proc/PID/mem"));
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        List<MemoryRegion> regions = regions(target);
        if (regions.isEmpty()) {
            throw new FaultException("%s offers no memory.".formatted(target.node()));
        }
        List<RegionMemory> open = new ArrayList<>();
        try {
            regions.forEach(region -> open.add(RegionMemory.open(region)));
        } catch (FaultException e) {
            open.forEach(RegionMemory::close);
            throw e;
        }
        return new BitFlips(target.node(), open, failure.seed());
    }

    private static List<MemoryRegion> regions(FaultTarget target) {
        return target.handle(MemoryRegions.class).map(MemoryRegions::regions).orElse(List.of());
    }
}
