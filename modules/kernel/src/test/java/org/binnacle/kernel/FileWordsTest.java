package org.binnacle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWordsTest {
  @TempDir private Path folder;

  @Test
  void aMissingFileIsNamedOnceWithAReason() {
    Path missing = folder.resolve("a.sql");
    var trouble = catchThrowableOfType(IOException.class, () -> Files.readString(missing));
    assertThat(FileWords.of("a.sql", trouble)).isEqualTo("a.sql: there is no such file");
  }

  @Test
  void aFolderIsToldByTheSystem() {
    var trouble = catchThrowableOfType(IOException.class, () -> Files.readString(folder));
    assertThat(FileWords.of("here", trouble)).isEqualTo("here: Is a directory");
  }

  @Test
  void whatHasNoWordsIsToldByItsName() {
    assertThat(FileWords.of("here", new DirectoryNotEmptyException("here")))
        .isEqualTo("here: directory not empty");
    assertThat(FileWords.of("here", new IOException())).isEqualTo("here: io");
  }
}
