package org.binnacle.review.view.folder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Settings;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Told;

/// By what a run over a folder is known again: its texts, the rules, the server's version and what
/// was found. A folder opens with each start of the program and is reviewed by that; unless
/// something is another, nothing of it is kept anew.
///
/// @param asked whether a server was asked: such runs have findings that others have not, so each
///   kind has its own last one
public record FolderMark(String mark, boolean asked) {
  /// A run that finds the same is kept again after so many days, so that statistics know that what
  /// was found is still there.
  private static final int AGAIN_DAYS = 30;

  public static FolderMark of(FolderRun.Done done, List<FileReport> files) {
    MessageDigest digest = digest();
    put(digest, done.ready().set().hash());
    put(digest, done.ready().target().name() + " " + done.ready().target().sqlMode());
    put(digest, done.source().map(from -> from.asked().name()).orElse(""));
    for (FileReport file : files) {
      put(digest, file.path());
      put(digest, done.texts().getOrDefault(file.path(), ""));
      file.all().forEach(told -> put(digest, words(told)));
    }
    return new FolderMark(
        HexFormat.of().formatHex(digest.digest(), 0, 16), done.source().isPresent());
  }

  private static String words(Told told) {
    return "%s %s %s %d:%d %s"
        .formatted(
            told.rule(), told.level(), told.state(), told.line(), told.column(), told.object());
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(String.valueOf(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) ' ');
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /// Whether the run that was kept last of this folder is the same, and not too long ago.
  public boolean isKept(Settings settings, Path folder, LocalDate today) {
    Optional<String[]> last = settings.get(key(folder)).map(text -> text.split(" "));
    return last.filter(parts -> parts.length == 2 && parts[0].equals(mark))
        .filter(parts -> parts[1].matches("\\d{1,9}"))
        .map(parts -> LocalDate.ofEpochDay(Long.parseLong(parts[1])))
        .filter(day -> day.plusDays(AGAIN_DAYS).isAfter(today))
        .isPresent();
  }

  public void keep(Settings settings, Path folder, LocalDate today) {
    settings.put(key(folder), mark + " " + today.toEpochDay());
  }

  private String key(Path folder) {
    return (asked ? "review.kept-asked." : "review.kept.") + folder;
  }
}
