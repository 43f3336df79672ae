package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;

/// A zip or jar in a Maven repository of which only some entries are wanted. Read by ranges where
/// the repository serves them, else downloaded whole; taken from the local repository where it
/// already lies.
public final class MavenZip {
  private final String path;
  private final String title;
  private final ZipParts parts;

  /// @param path below the repository's URL, see {@link MavenSite#path}
  /// @param title what the user reads while it comes
  /// @param wanted gives the path below the target folder of an entry that is wanted
  public MavenZip(String path, String title, Function<String, Optional<String>> wanted) {
    this.path = path;
    this.title = title;
    this.parts = new ZipParts(wanted);
  }

  /// Unpacks the wanted entries into the folder.
  public void into(Path folder, MavenSettings settings, Http http, Progress progress, Cancel cancel)
      throws IOException {
    Path local = settings.local().resolve(path);
    if (Files.isRegularFile(local)) {
      progress.at(title + " from the local Maven repository", 0, -1);
      fromFile(local, folder, cancel);
      return;
    }
    IOException network = null;
    Fault refused = null;
    for (MavenSite site : settings.sites()) {
      try {
        fromSite(site, folder, http, progress, cancel);
        return;
      } catch (IOException e) {
        network = e;
      } catch (Fault e) {
        if (!e.code().equals(FetchFaults.HTTP)) {
          throw e;
        }
        refused = e;
      }
    }
    if (network != null) {
      throw new Fault(FetchFaults.OFFLINE, title + ": " + network, network);
    }
    throw refused != null ? refused : new Fault(FetchFaults.SETTINGS, "no repository is named");
  }

  private void fromSite(MavenSite site, Path folder, Http http, Progress progress, Cancel cancel)
      throws IOException {
    progress.at(title + ": asking " + site.url().getHost(), 0, -1);
    URI uri = site.file(path);
    Http.Reply first = http.get(uri, site.login(), 0, 4);
    if (!first.partial() || first.total() < 0) {
      progress.at(title + ": the repository serves no ranges, so the whole archive comes", 0, -1);
      whole(first, folder, progress, cancel);
      return;
    }
    first.body().close();
    var meter = new Meter(title, progress);
    try (var channel = new RangeChannel(http, uri, site.login(), first.total(), cancel, meter);
        ZipFile zip = open(channel)) {
      List<ZipParts.Part> missing = parts.missing(zip, folder);
      List<RangeChannel.Span> spans = ZipParts.spans(zip, missing);
      meter.expect(spans.stream().mapToLong(span -> span.to() - span.from()).sum());
      channel.announce(spans);
      parts.unpack(zip, missing, folder, cancel);
    }
  }

  private void whole(Http.Reply reply, Path folder, Progress progress, Cancel cancel)
      throws IOException {
    Path file = folder.resolveSibling(folder.getFileName() + ".download");
    var meter = new Meter(title + " (whole archive)", progress);
    meter.expect(reply.total());
    try {
      try (InputStream in = reply.body();
          OutputStream out = Files.newOutputStream(file)) {
        var buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          cancel.check();
          out.write(buffer, 0, count);
          meter.accept(count);
        }
      }
      if (reply.total() >= 0 && Files.size(file) != reply.total()) {
        throw new IOException(title + " ended early at byte " + Files.size(file));
      }
      fromFile(file, folder, cancel);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void fromFile(Path file, Path folder, Cancel cancel) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        ZipFile zip = open(channel)) {
      parts.unpack(zip, parts.missing(zip, folder), folder, cancel);
    }
  }

  /// Local headers are not looked at on opening: over the network that is a request an entry.
  private static ZipFile open(SeekableByteChannel channel) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
  }

  /// Adds up what came and tells it each quarter of a megabyte.
  private static final class Meter implements LongConsumer {
    private final String title;
    private final Progress progress;
    private final AtomicLong received = new AtomicLong();
    private long told;
    private long expected = -1;

    Meter(String title, Progress progress) {
      this.title = title;
      this.progress = progress;
    }

    void expect(long bytes) {
      expected = bytes < 0 ? -1 : bytes;
      received.set(0);
      told = 0;
    }

    @Override
    public void accept(long bytes) {
      long now = received.addAndGet(bytes);
      if (now - told >= 256 << 10 || now == expected) {
        told = now;
        progress.at(title, Math.min(now, expected < 0 ? now : expected), expected);
      }
    }
  }
}
