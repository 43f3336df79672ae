package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo that the window starts, as a process: what it says is passed on.
final class DemoProcessTest {
  @TempDir Path folder;

  @Test
  void whatItSaidLastIsToldWhereItDoesNotStart() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    DemoProcess demo = DemoProcess.of(file.resolve("state")).orElseThrow();
    var steps = new ArrayList<String>();
    assertThatThrownBy(() -> demo.start((what, done, total) -> steps.add(what), new Cancel()))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(DemoProcess.FAILED);
              assertThat(fault.detail()).isNotEmpty();
              assertThat(new Words().of(fault).next()).contains("binnacle demo");
            });
    assertThat(steps).isNotEmpty();
  }
}
