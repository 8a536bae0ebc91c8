package io.lifeboat.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * Every package is a slice, only {@code io.lifeboat.junit} is two: the words that users write (annotations, enums,
 * interfaces and records), which everything in the module may read, and the classes that put everything together.
 */
final class PackageSlices implements SliceAssignment {

    private static final String EXTENSION = "io.lifeboat.junit";

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        if (!name.startsWith("io.lifeboat.")) {
            return SliceIdentifier.ignore();
        }
        return SliceIdentifier.of(name.equals(EXTENSION) && isWord(outermost(javaClass)) ? name + " (words)" : name);
    }

    static boolean isAnnotation(JavaClass javaClass) {
        return outermost(javaClass).isAnnotation();
    }

    private static boolean isWord(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && (type.isInterface() || type.isEnum() || type.isRecord());
    }

    private static JavaClass outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(PackageSlices::outermost).orElse(javaClass);
    }

    @Override
    public String getDescription() {
        return "packages";
    }
}
