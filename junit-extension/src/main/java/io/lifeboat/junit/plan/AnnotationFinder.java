package io.lifeboat.junit.plan;

import io.lifeboat.junit.FaultController;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations wherever they may be present: on the method, its class, superclasses and interfaces, the enclosing
 * classes of {@code @Nested} ones; directly, repeated, or through other annotations. Nearest first.
 *
 * <p>An annotation found through another takes over the attributes of the same name from the one that carries it, so
 * that {@code @ThrottleCpu(target = "node-1")} is an {@code @InjectFailure} with that target.
 */
final class AnnotationFinder {

    private final List<AnnotatedElement> elements;
    private final boolean usesFaultController;

    AnnotationFinder(Class<?> testClass, @Nullable Method testMethod) {
        usesFaultController = testMethod != null
                && Arrays.asList(testMethod.getParameterTypes()).contains(FaultController.class);
        List<AnnotatedElement> found = new ArrayList<>();
        if (testMethod != null) {
            found.add(testMethod);
        }
        found.addAll(hierarchy(testClass));
        elements = List.copyOf(found);
    }

    <A extends Annotation> List<A> all(Class<A> type) {
        return elements.stream().flatMap(element -> on(element, type).stream()).toList();
    }

    <A extends Annotation> Optional<A> nearest(Class<A> type) {
        return all(type).stream().findFirst();
    }

    /** How near an annotation of the type is: 0 for the method itself; empty if there is none. */
    <A extends Annotation> Optional<Integer> distance(Class<A> type) {
        for (int i = 0; i < elements.size(); i++) {
            if (!on(elements.get(i), type).isEmpty()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether the test injects faults by hand. */
    boolean usesFaultController() {
        return usesFaultController;
    }

    private static Set<Class<?>> hierarchy(Class<?> testClass) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (Class<?> nesting = testClass; nesting != null; nesting = enclosing(nesting)) {
            for (Class<?> c = nesting; c != null && c != Object.class; c = c.getSuperclass()) {
                classes.add(c);
                addInterfaces(c, classes);
            }
        }
        return classes;
    }

    private static void addInterfaces(Class<?> c, Set<Class<?>> classes) {
        for (Class<?> face : c.getInterfaces()) {
            classes.add(face);
            addInterfaces(face, classes);
        }
    }

    /** Only inner classes share the annotations of those around them, as in Jupiter. */
    private static @Nullable Class<?> enclosing(Class<?> c) {
        return Modifier.isStatic(c.getModifiers()) ? null : c.getEnclosingClass();
    }

    private static <A extends Annotation> List<A> on(AnnotatedElement element, Class<A> type) {
        List<A> found = new ArrayList<>();
        collect(element.getDeclaredAnnotations(), type, List.of(), found);
        return found;
    }

    private static <A extends Annotation> void collect(
            Annotation[] annotations, Class<A> type, List<Annotation> carriers, List<A> found) {
        for (Annotation annotation : annotations) {
            if (type.isInstance(annotation)) {
                found.add(ComposedAnnotation.of(type.cast(annotation), type, carriers));
                continue;
            }
            Annotation[] repeated = repeated(annotation);
            if (repeated.length > 0) {
                collect(repeated, type, carriers, found);
            } else if (mayCarry(annotation, carriers)) {
                List<Annotation> longer = new ArrayList<>(carriers);
                longer.add(annotation);
                collect(annotation.annotationType().getDeclaredAnnotations(), type, longer, found);
            }
        }
    }

    private static boolean mayCarry(Annotation annotation, List<Annotation> carriers) {
        Class<?> type = annotation.annotationType();
        return !type.getName().startsWith("java.lang.")
                && carriers.stream().noneMatch(carrier -> carrier.annotationType() == type);
    }

    /** What a container annotation holds; nothing if it is not one. */
    private static Annotation[] repeated(Annotation annotation) {
        try {
            Method value = annotation.annotationType().getDeclaredMethod("value");
            Class<?> element = value.getReturnType().getComponentType();
            if (element == null || !element.isAnnotation()) {
                return new Annotation[0];
            }
            value.setAccessible(true);
            return (Annotation[]) value.invoke(annotation);
        } catch (NoSuchMethodException e) {
            return new Annotation[0];
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new PlanException("%s cannot be read: %s".formatted(annotation, e));
        }
    }
}
