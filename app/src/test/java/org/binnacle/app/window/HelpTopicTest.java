package org.binnacle.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpTopicTest {
  @Test
  void theListOfTopicsNamesEachFileOnce() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    root = Files.isDirectory(root.resolve("modules")) ? root : root.resolve("..").normalize();
    try (Stream<Path> files = Files.list(root.resolve("resources/src/main/resources/help"))) {
      List<String> ids =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.substring(0, name.length() - 3))
              .toList();
      assertThat(HelpTopic.all())
          .extracting(HelpTopic::id)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void linksLeadToTopics() {
    Pattern link = Pattern.compile("\\]\\(([^)]+)\\.md\\)");
    for (HelpTopic topic : HelpTopic.all()) {
      link.matcher(topic.markdown())
          .results()
          .forEach(hit -> assertThat(HelpTopic.find(hit.group(1))).as(topic.id()).isPresent());
    }
  }
}
