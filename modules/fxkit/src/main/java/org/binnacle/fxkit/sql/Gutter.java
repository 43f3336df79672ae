package org.binnacle.fxkit.sql;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Severity;
import org.fxmisc.richtext.CodeArea;

/// What stands beside the lines of a text: their numbers, and where somebody marks the text, the
/// worst that begins in a line and a bar along each statement.
final class Gutter {
  /// More lines than this get no bars.
  private static final int MOST = 50_000;

  private final CodeArea area;
  private final Map<Integer, Severity> worst = new HashMap<>();
  private final Map<Integer, Integer> statements = new HashMap<>();
  private BitSet broken = new BitSet();
  private boolean marked;

  Gutter(CodeArea area) {
    this.area = area;
  }

  /// Another text, without marks yet.
  ///
  /// @param lines those that go on with the line before them: they have no number
  void broken(BitSet lines) {
    broken = lines;
    worst.clear();
    statements.clear();
  }

  /// @param text what is shown
  /// @param squiggles at their places in it
  /// @param stretches statements, at their places in what is shown
  /// @return whether something is to be seen now that was not before
  boolean mark(String text, List<Squiggle> squiggles, List<Stretched> stretches) {
    int[] starts = starts(text);
    boolean first = !marked;
    Map<Integer, Severity> worstWas = Map.copyOf(worst);
    Map<Integer, Integer> statementsWere = Map.copyOf(statements);
    marked = true;
    worst.clear();
    statements.clear();
    for (Squiggle one : squiggles) {
      worst.merge(line(starts, one.from()), one.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    for (int i = 0; i < stretches.size(); i++) {
      int last = line(starts, stretches.get(i).to());
      for (int line = line(starts, stretches.get(i).from()); line <= Math.min(last, MOST); line++) {
        statements.put(line, i);
      }
    }
    return first || !worst.equals(worstWas) || !statements.equals(statementsWere);
  }

  /// Where lines begin. Asking the area costs microseconds a place, and there are thousands.
  private static int[] starts(String text) {
    var starts = IntStream.builder().add(0);
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts.add(i + 1);
    }
    return starts.build().toArray();
  }

  private static int line(int[] starts, int at) {
    int found = Arrays.binarySearch(starts, at);
    return found >= 0 ? found : -found - 2;
  }

  /// Makes those of the visible lines anew. `recreateParagraphGraphic` leaves lines out whose cells
  /// stay (RichTextFX 0.11.7); another factory reaches all.
  void refresh() {
    area.setParagraphGraphicFactory(
        new IntFunction<Node>() {
          @Override
          public Node apply(int line) {
            return node(line);
          }
        });
  }

  Node node(int line) {
    int digits = String.valueOf(Math.max(10, area.getParagraphs().size())).length();
    String words = broken.get(line) ? "" : String.valueOf(number(line));
    var number = new Label(" ".repeat(Math.max(0, digits - words.length())) + words);
    number.getStyleClass().add("line-number");
    number.setAlignment(Pos.TOP_RIGHT);
    return marked ? new HBox(number, mark(line), bar(line)) : number;
  }

  private int number(int line) {
    return line + 1 - broken.get(0, line + 1).cardinality();
  }

  private Node mark(int line) {
    var mark = new Label();
    mark.getStyleClass().add("gutter-mark");
    Severity severity = worst.get(line);
    if (severity != null) {
      mark.setGraphic(Icons.of(icon(severity)));
      mark.getStyleClass().addAll("tint", colour(severity));
    }
    return mark;
  }

  private Node bar(int line) {
    var bar = new Region();
    bar.getStyleClass().add("statement-bar");
    Integer statement = statements.get(line);
    bar.setVisible(statement != null);
    if (statement != null) {
      bar.getStyleClass().add(statement % 2 == 0 ? "even" : "odd");
    }
    bar.setMaxHeight(Double.MAX_VALUE);
    return bar;
  }

  private static String icon(Severity severity) {
    return switch (severity) {
      case CRITICAL, UNKNOWN -> "mdi2a-alert-octagon";
      case WARNING -> "mdi2a-alert";
      case NOTICE, OK -> "mdi2i-information";
    };
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL, UNKNOWN -> "red";
      case WARNING -> "orange";
      case NOTICE, OK -> "blue";
    };
  }
}
