package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.binnacle.explain.drawing.Drawing;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.picture.PixelPen;
import org.binnacle.explain.picture.SvgPen;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How and where commands tell a plan: options that they share, and the writing.
final class PlanOutput {
  private static final double SCALE = 2;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "tree, json, html, markdown, svg or png (default: tree).")
  @Nullable String to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it there; the ending tells the form where --to does not.")
  @Nullable Path out;

  @Option(names = "--flame", description = "svg and png: the flame in place of the diagram.")
  boolean flame;

  @Option(names = "--dark", description = "svg and png: in the colours of the dark theme.")
  boolean dark;

  /// What was asked for; said before any server is asked.
  ///
  /// @param command for the words of a mistake
  PlanForm form(Call call, String command) {
    PlanForm form = chosen(call, command);
    if (form.equals(new PlanForm.Drawn(PlanForm.Ending.PNG)) && out == null) {
      throw new Fault(CliFaults.USAGE, command + ": --to png needs --out FILE");
    }
    if ((flame || dark) && form instanceof PlanForm.Words) {
      throw new Fault(CliFaults.USAGE, command + ": --flame and --dark are for svg and png");
    }
    return form;
  }

  private PlanForm chosen(Call call, String command) {
    String wanted = to;
    if (wanted != null) {
      return PlanForm.named(wanted)
          .orElseThrow(
              () ->
                  new Fault(
                      CliFaults.USAGE,
                      "%s: --to takes %s, not %s"
                          .formatted(command, PlanForm.words(), Harmless.line(wanted))));
    }
    PlanForm usual = new PlanForm.Words(call.json() ? Mouth.JSON : Mouth.TREE);
    return out == null ? usual : PlanForm.ofFile(out).orElse(usual);
  }

  /// Tells a plan as was asked for.
  void tell(Call call, PlanForm form, Told told) {
    Path file = out;
    if (file == null) {
      call.terminal()
          .out()
          .print(new String(bytes(form, told, drawing(), dark), StandardCharsets.UTF_8));
    } else {
      write(file, bytes(form, told, drawing(), dark));
      call.tell("Wrote " + file);
    }
  }

  private Drawing drawing() {
    return flame ? Drawing.FLAME : Drawing.DIAGRAM;
  }

  /// What a file of a form holds.
  static byte[] bytes(PlanForm form, Told told, Drawing drawing, boolean dark) {
    return switch (form) {
      case PlanForm.Words words -> words.mouth().tell(told).getBytes(StandardCharsets.UTF_8);
      case PlanForm.Drawn drawn -> {
        Picture picture = drawing.of(told.plan(), told.findings());
        yield switch (drawn.ending()) {
          case SVG ->
              SvgPen.of(picture, drawing.title(), ThemeColours.of(dark))
                  .getBytes(StandardCharsets.UTF_8);
          case PNG -> pixels(picture, dark);
        };
      }
    };
  }

  /// AWT without fonts or without its libraries fails in many ways; all mean one thing here.
  private static byte[] pixels(Picture picture, boolean dark) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    try {
      return PixelPen.png(picture, ThemeColours.of(dark), SCALE);
    } catch (LinkageError | InternalError | RuntimeException e) {
      throw new Fault(
          CliFaults.NO_PICTURE, Optional.ofNullable(e.getMessage()).orElse(e.toString()), e);
    }
  }

  static void write(Path file, byte[] bytes) {
    try {
      ResultFile.check(file);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_WRITE, FileWords.of(file, e), e);
    }
  }
}
