package org.binnacle.testkit.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.fetch.ZipServer.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenZipTest {
  private static final byte[] PROGRAM = noise(300_000, 1);
  private static final byte[] BALLAST = noise(3_000_000, 2);
  private static final byte[] LIBRARY = noise(90_000, 3);

  @TempDir private Path dir;
  private final List<String> told = new ArrayList<>();

  @Test
  void wantedEntriesComeByAFewRangesWithTheirModesAndNothingElseDoes() throws IOException {
    try (var server = new ZipServer(archive(), Manner.RANGES)) {
      fetch(server);
      assertThat(dir.resolve("out/bin/mysqld")).hasBinaryContent(PROGRAM);
      assertThat(dir.resolve("out/lib/libssl.so")).hasBinaryContent(LIBRARY);
      assertThat(dir.resolve("out/ballast")).doesNotExist();
      assertThat(Files.isExecutable(dir.resolve("out/bin/mysqld"))).isTrue();
      assertThat(Files.isExecutable(dir.resolve("out/lib/libssl.so"))).isFalse();
      assertThat(server.requests()).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void whatAnEarlierRunBroughtWholeIsNotFetchedAgain() throws IOException {
    try (var server = new ZipServer(archive(), Manner.RANGES)) {
      fetch(server);
      Files.write(dir.resolve("out/lib/libssl.so"), new byte[10]); // as an interrupted run would
      int before = server.requests();
      fetch(server);
      assertThat(dir.resolve("out/lib/libssl.so")).hasBinaryContent(LIBRARY);
      assertThat(server.requests() - before).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void aServerWithoutRangesIsToldAndTheWholeArchiveComes() throws IOException {
    try (var server = new ZipServer(archive(), Manner.NO_RANGES)) {
      fetch(server);
      assertThat(dir.resolve("out/bin/mysqld")).hasBinaryContent(PROGRAM);
      assertThat(told).anyMatch(words -> words.contains("serves no ranges"));
      assertThat(dir.resolve("out.download")).doesNotExist();
    }
  }

  @Test
  void aTransferThatBreaksOffGoesOnWhereItBroke() throws IOException {
    try (var server = new ZipServer(archive(), Manner.BREAKS_OFF)) {
      fetch(server);
      assertThat(dir.resolve("out/bin/mysqld")).hasBinaryContent(PROGRAM);
      assertThat(dir.resolve("out/lib/libssl.so")).hasBinaryContent(LIBRARY);
    }
  }

  @Test
  void damagedBytesAreRefused() throws IOException {
    byte[] damaged = archive();
    damaged[150_000] ^= 1;
    try (var server = new ZipServer(damaged, Manner.RANGES)) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(FetchFaults.CORRUPT));
      assertThat(dir.resolve("out/bin/mysqld")).doesNotExist();
    }
  }

  @Test
  void aRefusalIsToldAsOneAndSilenceAsAnother() throws IOException {
    try (var server = new ZipServer(archive(), Manner.FORBIDDEN)) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(FetchFaults.HTTP))
          .hasMessageContaining("403");
    }
    URI nobody;
    try (var server = new ZipServer(archive(), Manner.RANGES)) {
      nobody = server.url();
    }
    assertThatThrownBy(() -> fetch(nobody))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FetchFaults.OFFLINE));
  }

  @Test
  void theLocalRepositoryIsAskedFirst() throws IOException {
    Path file = dir.resolve("local/g/a/1/a-1.zip");
    Files.createDirectories(file.getParent());
    Files.write(file, archive());
    try (var server = new ZipServer(new byte[0], Manner.FORBIDDEN)) {
      fetch(server);
      assertThat(dir.resolve("out/bin/mysqld")).hasBinaryContent(PROGRAM);
      assertThat(server.requests()).isZero();
    }
  }

  private void fetch(ZipServer server) throws IOException {
    fetch(server.url());
  }

  private void fetch(URI url) throws IOException {
    var settings =
        new MavenSettings(
            dir.resolve("local"),
            List.of(new MavenSite("central", url, Optional.empty())),
            List.of());
    var host = new Host(Map.of(), dir, "Linux", "amd64");
    var zip =
        new MavenZip(
            MavenSite.path("g", "a", "1", "", "zip"),
            "Sample",
            name -> name.equals("ballast") ? Optional.empty() : Optional.of(name));
    try (var http = new Http(Proxies.of(host, settings))) {
      zip.into(
          Files.createDirectories(dir.resolve("out")),
          settings,
          http,
          (what, done, total) -> told.add(what),
          Cancel.never());
    }
  }

  private static byte[] archive() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      put(zip, "bin/mysqld", 0755, PROGRAM);
      put(zip, "ballast", 0644, BALLAST);
      put(zip, "lib/libssl.so", 0644, LIBRARY);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipArchiveOutputStream zip, String name, int mode, byte[] content)
      throws IOException {
    var entry = new ZipArchiveEntry(name);
    entry.setUnixMode(0100000 | mode);
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  private static byte[] noise(int size, int seed) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
