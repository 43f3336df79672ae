package org.binnacle.review.view.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.ReviewOptions;
import org.jspecify.annotations.Nullable;

/// Options as they were last read: a schema of thousands of tables is not read for each letter that
/// is typed, but when one of its files has changed. From any thread.
final class Readied {
  private @Nullable ReviewOptions options;
  private @Nullable Object stamp;
  private ReviewOptions.@Nullable Ready ready;

  synchronized ReviewOptions.Ready of(ReviewOptions wanted) {
    Object now = stamp(wanted);
    ReviewOptions.Ready known = ready;
    if (known != null && wanted.equals(options) && now.equals(stamp)) {
      return known;
    }
    ReviewOptions.Ready fresh = wanted.ready();
    options = wanted;
    stamp = now;
    ready = fresh;
    return fresh;
  }

  private static List<Object> stamp(ReviewOptions options) {
    var files = new ArrayList<>(options.schema());
    options.snapshot().ifPresent(files::add);
    files.add(Path.of(options.rules()));
    var stamp = new ArrayList<Object>();
    for (Path file : files) {
      try {
        stamp.add(Files.getLastModifiedTime(file));
        stamp.add(Files.size(file));
      } catch (IOException e) {
        // A shipped set is no file; a file that is gone is told when it is read.
        stamp.add(Optional.empty());
      }
    }
    return stamp;
  }
}
