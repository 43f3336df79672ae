package org.binnacle.app.window;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.binnacle.fxkit.Panel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tabs and splits as text and back: `t(0,help%3Astart)` is a pane whose first tab is in front,
/// `h(0.5,t(...),t(...))` two side by side, `v` one above the other. Panels that cannot be opened
/// any more are left out; text that cannot be read counts as none.
final class TabMemory {
  private static final Logger LOG = LoggerFactory.getLogger(TabMemory.class);
  private final String text;
  private int at;

  private TabMemory(String text) {
    this.text = text;
  }

  static String write(Node node) {
    return switch (node) {
      case TabGroup group ->
          group.panels().stream()
              .map(tab -> "," + URLEncoder.encode(tab.panel().id(), StandardCharsets.UTF_8))
              .collect(
                  Collectors.joining(
                      "", "t(" + Math.max(0, group.getSelectionModel().getSelectedIndex()), ")"));
      case SplitPane split ->
          String.format(
              Locale.ROOT,
              "%s(%.4f,%s,%s)",
              split.getOrientation() == Orientation.HORIZONTAL ? "h" : "v",
              split.getDividerPositions()[0],
              write(split.getItems().get(0)),
              write(split.getItems().get(1)));
      default -> throw new IllegalStateException(node.toString());
    };
  }

  /// @param area makes the panes; its present ones are not touched
  static Optional<Node> read(String text, TabArea area, Function<String, Optional<Panel>> panels) {
    try {
      return Optional.of(new TabMemory(text).node(area, panels));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      LOG.warn("the remembered tabs cannot be read: {}", text, e);
      return Optional.empty();
    }
  }

  private Node node(TabArea area, Function<String, Optional<Panel>> panels) {
    char kind = text.charAt(at);
    at += 2;
    if (kind == 't') {
      return group(area, panels);
    }
    if (kind != 'h' && kind != 'v') {
      throw new IllegalArgumentException("at " + at);
    }
    double position = Double.parseDouble(word());
    at++;
    Node first = node(area, panels);
    at++;
    Node second = node(area, panels);
    at++;
    var split = new SplitPane(first, second);
    split.setOrientation(kind == 'h' ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    split.setDividerPositions(position);
    area.watch(split);
    return split;
  }

  private Node group(TabArea area, Function<String, Optional<Panel>> panels) {
    int front = Integer.parseInt(word());
    List<String> ids = new ArrayList<>();
    while (text.charAt(at) == ',') {
      at++;
      ids.add(URLDecoder.decode(word(), StandardCharsets.UTF_8));
    }
    at++;
    TabGroup group = area.group();
    String wanted = front < ids.size() ? ids.get(front) : "";
    for (String id : ids) {
      panels.apply(id).ifPresent(panel -> group.add(new PanelTab(panel), -1));
    }
    group.panels().stream()
        .filter(tab -> tab.panel().id().equals(wanted))
        .findFirst()
        .ifPresent(tab -> group.getSelectionModel().select(tab));
    return group;
  }

  private String word() {
    int start = at;
    while (text.charAt(at) != ',' && text.charAt(at) != ')') {
      at++;
    }
    return text.substring(start, at);
  }
}
