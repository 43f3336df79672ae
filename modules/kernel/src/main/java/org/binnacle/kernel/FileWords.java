package org.binnacle.kernel;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// What is wrong with a file, in words: the messages of the JDK are often the file's name alone.
public final class FileWords {
  private FileWords() {}

  /// @param file as the user named it
  /// @return such as `a.sql: there is no such file`
  public static String of(Object file, Exception trouble) {
    return file + ": " + reason(trouble);
  }

  private static String reason(Exception trouble) {
    return switch (trouble) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case CharacterCodingException _ -> "it is no text in UTF-8";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case FileSystemException other -> name(other);
      default -> trouble.getMessage() == null ? name(trouble) : trouble.getMessage();
    };
  }

  /// `DirectoryNotEmptyException` is "directory not empty".
  private static String name(Exception trouble) {
    return trouble
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
