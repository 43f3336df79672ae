package org.binnacle.explain.view.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.kernel.Fault;

/// Plans out of texts and files. Blocks; off the FX thread.
public final class PlanSource {
  /// A larger file is no plan.
  private static final long LARGEST = 20L << 20;

  private static final int BEGINNING = 60;

  private PlanSource() {}

  /// @throws Fault where the text is no plan
  public static Opened text(String text, About about) {
    Opened plan = Opened.read(text, about);
    if (!plan.known()) {
      String line = Steps.line(text.length() > 500 ? text.substring(0, 500) : text);
      String beginning = line.length() > BEGINNING ? line.substring(0, BEGINNING) + " …" : line;
      throw new Fault(
          ViewFaults.NO_PLAN,
          beginning.isEmpty() ? "it is empty" : "it begins with \"" + beginning + "\"");
    }
    return plan;
  }

  /// @throws Fault where the file cannot be read or holds no plan
  public static Opened file(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new Fault(ViewFaults.NOT_READ, file + " is larger than 20 MiB");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text(text, About.text(String.valueOf(file.getFileName())));
    } catch (IOException e) {
      throw new Fault(ViewFaults.NOT_READ, file.toString(), e);
    }
  }
}
