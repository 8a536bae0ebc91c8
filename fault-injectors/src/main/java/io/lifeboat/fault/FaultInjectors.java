package io.lifeboat.fault;

import io.lifeboat.fault.Availability.Available;
import io.lifeboat.fault.Availability.Unavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All injectors there are, and the choice among them. Immutable; thread-safe. */
public final class FaultInjectors {

    private final List<FaultInjector> injectors;

    private FaultInjectors(List<FaultInjector> injectors) {
        this.injectors = List.copyOf(injectors);
    }

    /**
     * An injector that can do it, and how.
     *
     * @param injector the one chosen
     * @param available its means
     */
    public record Choice(FaultInjector injector, Available available) {}

    /** Those on the class path, and more that only a platform has; the highest priority first. */
    public static FaultInjectors load(List<FaultInjector> more) {
        List<FaultInjector> all = new ArrayList<>(more);
        ServiceLoader.load(FaultInjector.class, FaultInjectors.class.getClassLoader())
                .forEach(all::add);
        all.sort(Comparator.comparingInt(FaultInjector::priority).reversed().thenComparing(FaultInjector::name));
        return new FaultInjectors(all);
    }

    /**
     * The best injector that can inject the failure into the target. Touches nothing.
     *
     * @throws FaultException if none can; the message says of each why not, and what would help
     */
    public Choice choose(Failure failure, FaultTarget target) {
        StringBuilder reasons = new StringBuilder();
        for (FaultInjector injector : injectors) {
            Availability availability = injector.availability(failure, target);
            if (availability instanceof Available available) {
                return new Choice(injector, available);
            } else if (availability instanceof Unavailable no) {
                reasons.append("%n  %s: %s. %s".formatted(injector.name(), no.reason(), no.remedy()));
            }
        }
        throw new FaultException(
                "Nothing here can inject %s into %s:%s".formatted(failure.type(), target.node(), reasons));
    }
}
