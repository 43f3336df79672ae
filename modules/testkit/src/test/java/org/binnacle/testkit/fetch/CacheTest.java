package org.binnacle.testkit.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.server.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  @TempDir private Path dir;

  @Test
  void anEntryIsMadeOnceByManyAtTheSameTime() {
    var cache = new Cache(dir);
    var fillings = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> make(cache, fillings));
      }
    }
    assertThat(fillings).hasValue(1);
    assertThat(dir.resolve("servers/one/file")).hasContent("whole");
  }

  private static Path make(Cache cache, AtomicInteger fillings) {
    return cache.entry(
        "servers/one",
        folder -> {
          fillings.incrementAndGet();
          Files.writeString(folder.resolve("file"), "whole");
        },
        Progress.silent(),
        Cancel.never());
  }

  @Test
  void anInterruptedFillingLeavesNoEntryAndTheNextGoesOnFromIt() {
    var cache = new Cache(dir);
    assertThatThrownBy(
            () ->
                cache.entry(
                    "a",
                    folder -> {
                      Files.writeString(folder.resolve("first"), "1");
                      throw new IOException("the plug");
                    },
                    Progress.silent(),
                    Cancel.never()))
        .isInstanceOf(Fault.class);
    assertThat(dir.resolve("a")).doesNotExist();
    cache.entry(
        "a",
        folder -> assertThat(folder.resolve("first")).exists(),
        Progress.silent(),
        Cancel.never());
    assertThat(dir.resolve("a/first")).exists();
  }

  @Test
  void theFolderIsTheOneNamedElseThePlatformsOwn() {
    assertThat(root("Linux", Map.of("BINNACLE_CACHE", dir.resolve("x").toString())))
        .isEqualTo(dir.resolve("x"));
    assertThat(root("Linux", Map.of())).isEqualTo(dir.resolve(".cache/binnacle"));
    assertThat(root("Linux", Map.of("XDG_CACHE_HOME", dir.resolve("c").toString())))
        .isEqualTo(dir.resolve("c/binnacle"));
    assertThat(root("Mac OS X", Map.of())).isEqualTo(dir.resolve("Library/Caches/binnacle"));
  }

  private Path root(String os, Map<String, String> environment) {
    return Cache.of(new Host(environment, dir, os, "amd64")).root();
  }

  @Test
  void aCopiedTemplateHasNoIdentityOfItsOwn() throws IOException {
    Path template = Files.createDirectories(dir.resolve("template/mysql"));
    Files.writeString(template.resolve("table.ibd"), "rows");
    Files.writeString(dir.resolve("template/auto.cnf"), "uuid");
    Templates.copy(dir.resolve("template"), dir.resolve("copy"));
    assertThat(dir.resolve("copy/mysql/table.ibd")).hasContent("rows");
    assertThat(dir.resolve("copy/auto.cnf")).doesNotExist();
  }
}
