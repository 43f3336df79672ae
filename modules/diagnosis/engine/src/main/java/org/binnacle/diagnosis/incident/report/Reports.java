package org.binnacle.diagnosis.incident.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;

/// Incidents as files, and files as incidents.
public final class Reports {
  private static final String BEGIN =
      "<script type=\"application/json\" id=\"" + HtmlReport.ISLAND + "\">";
  private static final String END = "</script>";

  private Reports() {}

  /// A form of file.
  public enum Format {
    HTML,
    JSON,
    MARKDOWN;

    /// By the file's name; a web page where it tells nothing.
    public static Format of(String fileName) {
      String low = fileName.toLowerCase(Locale.ROOT);
      if (low.endsWith(".json")) {
        return JSON;
      }
      return low.endsWith(".md") || low.endsWith(".markdown") ? MARKDOWN : HTML;
    }
  }

  public static String text(Format format, Incident incident, Mask mask) {
    Incident shown = Masking.of(incident, mask);
    return switch (format) {
      case HTML -> HtmlReport.of(shown);
      case JSON -> IncidentJson.write(shown);
      case MARKDOWN -> MarkdownReport.of(shown);
    };
  }

  /// @throws Fault with {@link IncidentFaults#FILE}
  public static void write(Path file, Incident incident, Mask mask) {
    try {
      Files.writeString(file, text(Format.of(file.toString()), incident, mask));
    } catch (IOException e) {
      throw new Fault(IncidentFaults.FILE, FileWords.of(file, e), e);
    }
  }

  /// The incident in a file that {@link #write} wrote, a web page or JSON.
  ///
  /// @throws Fault with a code of {@link IncidentFaults}
  public static Incident read(Path file) {
    try {
      long size = Files.size(file);
      if (size > IncidentJson.LARGEST) {
        throw new Fault(
            IncidentFaults.TOO_LARGE, file.getFileName() + ", " + size / 1024 / 1024 + " MB");
      }
      return named(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Fault(IncidentFaults.FILE, FileWords.of(file, e), e);
    }
  }

  private static Incident named(Path file, String text) {
    try {
      return read(text);
    } catch (Fault fault) {
      throw new Fault(fault.code(), file.getFileName() + ": " + fault.detail(), fault);
    }
  }

  static Incident read(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin >= 0) {
      int from = begin + BEGIN.length();
      int end = text.indexOf(END, from);
      if (end < 0) {
        throw new Fault(IncidentFaults.NOT_ONE, "the page is cut off");
      }
      return IncidentJson.read(text.substring(from, end));
    }
    String start = text.stripLeading();
    if (!start.startsWith("{")) {
      throw new Fault(IncidentFaults.NOT_ONE, "neither a web page of ours nor a JSON document");
    }
    return IncidentJson.read(start);
  }
}
