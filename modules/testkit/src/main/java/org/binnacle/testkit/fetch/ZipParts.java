package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;

/// Takes some entries out of an archive: checks sizes and sums, keeps Unix modes, skips what an
/// earlier, interrupted run brought whole.
final class ZipParts {
  /// Reading over a gap is cheaper than a new request below this size.
  private static final long GAP = 256 << 10;

  private final Function<String, Optional<String>> wanted;

  /// @param wanted gives the path below the target folder of an entry that is wanted
  ZipParts(Function<String, Optional<String>> wanted) {
    this.wanted = wanted;
  }

  /// An entry that is still to be taken out.
  record Part(ZipArchiveEntry entry, String path) {}

  /// What is wanted and not yet whole in the folder, in the order of the archive.
  List<Part> missing(ZipFile zip, Path folder) throws IOException {
    var parts = new ArrayList<Part>();
    for (var entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
      ZipArchiveEntry entry = entries.nextElement();
      Optional<String> path =
          entry.isDirectory() ? Optional.empty() : wanted.apply(entry.getName());
      if (path.isPresent() && !whole(entry, target(folder, path.get()))) {
        parts.add(new Part(entry, path.get()));
      }
    }
    return parts;
  }

  /// The parts of the archive that hold these entries, neighbours joined.
  static List<RangeChannel.Span> spans(ZipFile zip, List<Part> parts) {
    var starts = new ArrayList<Long>();
    for (var all = zip.getEntriesInPhysicalOrder(); all.hasMoreElements(); ) {
      starts.add(all.nextElement().getLocalHeaderOffset());
    }
    var spans = new ArrayList<RangeChannel.Span>();
    for (Part part : parts) {
      long from = part.entry().getLocalHeaderOffset();
      // The local header may be longer than the central one; what follows begins the next entry.
      long to =
          starts.stream()
              .filter(start -> start > from)
              .min(Long::compare)
              .orElse(from + part.entry().getCompressedSize() + (64 << 10));
      if (!spans.isEmpty() && from - spans.getLast().to() <= GAP) {
        spans.set(spans.size() - 1, new RangeChannel.Span(spans.getLast().from(), to));
      } else {
        spans.add(new RangeChannel.Span(from, to));
      }
    }
    return spans;
  }

  void unpack(ZipFile zip, List<Part> parts, Path folder, Cancel cancel) throws IOException {
    for (Part part : parts) {
      cancel.check();
      Path file = target(folder, part.path());
      Files.createDirectories(file.getParent());
      if (part.entry().isUnixSymlink()) {
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, Path.of(zip.getUnixSymlink(part.entry())));
      } else {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        copy(zip, part.entry(), half);
        mode(half, part.entry().getUnixMode());
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void copy(ZipFile zip, ZipArchiveEntry entry, Path file) throws IOException {
    var sum = new CRC32();
    long size;
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum);
        OutputStream out = Files.newOutputStream(file)) {
      size = in.transferTo(out);
    }
    if (size != entry.getSize() || sum.getValue() != entry.getCrc()) {
      Files.deleteIfExists(file);
      throw new Fault(FetchFaults.CORRUPT, entry.getName() + " has a wrong size or check sum");
    }
  }

  private static boolean whole(ZipArchiveEntry entry, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != entry.getSize()) {
      return false;
    }
    var sum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return sum.getValue() == entry.getCrc();
  }

  private static Path target(Path folder, String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new Fault(FetchFaults.CORRUPT, path + " points out of the archive");
    }
    return file;
  }

  private static void mode(Path file, int mode) throws IOException {
    if (mode == 0 || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] fromOthers = {
      PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_READ,
      PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_READ
    };
    for (int bit = 0; bit < fromOthers.length; bit++) {
      if ((mode & (1 << bit)) != 0) {
        permissions.add(fromOthers[bit]);
      }
    }
    Files.setPosixFilePermissions(file, permissions);
  }
}
