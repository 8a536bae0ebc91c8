package io.lifeboat.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * Every package is a slice, only {@code io.lifeboat.junit} is two: the annotations and interfaces that users see, which
 * everything in the module may read, and the unexported classes that put everything together.
 */
final class PackageSlices implements SliceAssignment {

    private static final String EXTENSION = "io.lifeboat.junit";

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        if (!name.startsWith("io.lifeboat.")) {
            return SliceIdentifier.ignore();
        }
        boolean seen = name.equals(EXTENSION) && isPublic(javaClass);
        return SliceIdentifier.of(seen ? name + " (public)" : name);
    }

    private static boolean isPublic(JavaClass javaClass) {
        return javaClass
                .getEnclosingClass()
                .map(PackageSlices::isPublic)
                .orElseGet(() -> javaClass.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @Override
    public String getDescription() {
        return "packages";
    }
}
