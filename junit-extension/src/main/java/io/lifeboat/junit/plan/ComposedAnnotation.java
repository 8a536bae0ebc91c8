package io.lifeboat.junit.plan;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotation whose attributes are taken from the annotations that carry it, where these have one of the same name
 * and type. The outermost carrier wins.
 */
record ComposedAnnotation(Annotation base, List<Annotation> carriers) implements InvocationHandler {

    static <A extends Annotation> A of(A base, Class<A> type, List<Annotation> carriers) {
        if (carriers.isEmpty()) {
            return base;
        }
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new ComposedAnnotation(base, List.copyOf(carriers)));
        return type.cast(proxy);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        if (method.getDeclaringClass() == base.annotationType()) {
            for (Annotation carrier : carriers) {
                Method same = sameAttribute(carrier, method);
                if (same != null) {
                    same.setAccessible(true);
                    return same.invoke(carrier);
                }
            }
        } else if (method.getName().equals("toString")) {
            return carriers.get(0).toString();
        }
        method.setAccessible(true);
        return method.invoke(base, args);
    }

    private static @Nullable Method sameAttribute(Annotation carrier, Method attribute) {
        for (Method method : carrier.annotationType().getDeclaredMethods()) {
            if (method.getName().equals(attribute.getName()) && method.getReturnType() == attribute.getReturnType()) {
                return method;
            }
        }
        return null;
    }
}
