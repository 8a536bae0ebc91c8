package io.lifeboat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs. */
class ReadmeTests {

    private static final Path EXAMPLE = Path.of("src/test/java/io/lifeboat/sample/BeforeTheCrashTests.java");

    @Test
    void theExampleIsATestOfThisFolder() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int begin = readme.indexOf("```java\n") + "```java\n".length();
        String example = readme.substring(begin, readme.indexOf("```", begin));
        assertThat(example).contains("@ResilienceTest").contains("load.rate(");
        assertThat(Files.readString(EXAMPLE)).containsIgnoringWhitespaces(example);
    }
}
