package org.binnacle.diagnosis.view.instance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.incident.CaptureSheet;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.jspecify.annotations.Nullable;

/// One instance, or the instances of a cluster, seen in several ways: a switcher on top (keys 1 to
/// 9) and one view in front. Views are made when first chosen; only the one in front asks servers,
/// and none while the tab is in the back.
public final class InstancePanel implements Panel {
  private static final String REMEMBERED = "instance.view.";

  private final List<ViewKind> kinds;
  private final Scope scope;
  private final LastLooks looks;
  private final RecordMark record;
  private final Moments moments;
  private final MomentBar bar;
  private final ReadOnlyStringWrapper title;
  private final Switcher switcher;
  private final Map<String, InstanceView> made = new HashMap<>();
  private final Map<String, ViewBadge> badges = new HashMap<>();
  private final BorderPane root = new BorderPane();
  private String chosen;
  private @Nullable InstanceView front;
  private boolean inFront = true;

  /// @param kinds see {@link org.binnacle.diagnosis.view.InstanceViews#shipped()}
  public InstancePanel(Kit kit, String title, List<InstanceRef> instances, List<ViewKind> kinds) {
    FxThread.check();
    this.kinds = List.copyOf(kinds);
    looks = kit.diagnosis().panels().open(instances);
    moments =
        new Moments(
            kit,
            title,
            looks,
            this::moment,
            (severity, words) -> Toasts.show(root(), severity, words));
    this.scope = new Scope(kit, title, instances, this::go, moments, looks);
    this.title = new ReadOnlyStringWrapper(title);
    switcher = new Switcher(this.kinds, this::choose);
    bar = new MomentBar(moments);
    record = new RecordMark(kit, title, instances);
    HBox.setHgrow(switcher.node(), Priority.ALWAYS);
    root.setTop(new HBox(switcher.node(), record, bar));
    root.getStyleClass().add("instance-panel");
    root.getStylesheets().add(Themes.css("instance"));
    ViewKeys.attach(root, this);
    // What was recorded has no store to count in: there the views tell.
    if (kit.recorded().isEmpty()) {
      this.kinds.forEach(this::badge);
    }
    String first = this.kinds.getFirst().key();
    chosen = first;
    choose(kit.settings().get(REMEMBERED + id()).filter(this::known).orElse(first));
  }

  /// The same for the same instances.
  public static String id(List<InstanceRef> instances) {
    return "sessions:"
        + instances.stream().map(InstanceRef::id).sorted().collect(Collectors.joining("+"));
  }

  @Override
  public String id() {
    return id(scope.instances());
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return scope.merged() ? "mdi2s-server-network" : "mdi2d-database";
  }

  /// The colour of the strictest instance in it.
  @Override
  public String frame() {
    return scope.instances().stream()
        .filter(instance -> instance.safety() == Safety.STRICT)
        .findFirst()
        .map(InstanceRef::colour)
        .orElse("");
  }

  @Override
  public String help() {
    return front == null ? "start" : front.help();
  }

  @Override
  public Node node() {
    return root;
  }

  /// The key of the view in front, such as `sessions`.
  public String chosen() {
    return chosen;
  }

  /// Brings a view to the front by its key; nothing where there is no such view.
  public void choose(String key) {
    FxThread.check();
    Optional<ViewKind> kind = kinds.stream().filter(one -> one.key().equals(key)).findFirst();
    if (kind.isEmpty() || (front != null && key.equals(chosen))) {
      return;
    }
    boolean keyboard = front != null;
    leave();
    chosen = key;
    InstanceView view = made.get(key);
    if (view == null) {
      view = kind.get().make().apply(scope);
      made.put(key, view);
      if (!badges.containsKey(key)) {
        switcher.badge(key, view.badge());
      }
    }
    Optional<Instant> moment = moment();
    front = view;
    root.setCenter(view.node());
    switcher.choose(key);
    if (inFront) {
      view.shown();
    }
    if (scope.kit().recorded().isPresent()) {
      // All views of a record show the same moment.
      moment.ifPresent(view::seek);
    }
    if (keyboard) {
      scope.kit().settings().put(REMEMBERED + id(), key);
      view.focus();
    }
  }

  private void badge(ViewKind kind) {
    kind.badge()
        .map(make -> make.apply(scope))
        .ifPresent(
            badge -> {
              badges.put(kind.key(), badge);
              switcher.badge(kind.key(), badge.text());
              badge.shown();
            });
  }

  private Optional<Instant> moment() {
    return front == null ? Optional.empty() : front.moment();
  }

  private Node root() {
    return root;
  }

  /// The marks A and B.
  Moments moments() {
    return moments;
  }

  /// Begins a record of the instances, or ends the one that is being made.
  void record() {
    record.press();
  }

  /// Captures what the instances do, at once.
  void capture() {
    CaptureSheet.open(scope.kit(), scope.instances(), root);
  }

  /// What it is about.
  public List<InstanceRef> instances() {
    return scope.instances();
  }

  /// As a digit was pressed; false where no view has it.
  boolean choose(int digit) {
    Optional<ViewKind> kind = kinds.stream().filter(one -> one.digit() == digit).findFirst();
    kind.ifPresent(one -> choose(one.key()));
    return kind.isPresent();
  }

  private void go(String key, Optional<Point> at) {
    choose(key);
    if (key.equals(chosen) && front != null) {
      at.ifPresent(front::point);
    }
  }

  private boolean known(String key) {
    return kinds.stream().anyMatch(kind -> kind.key().equals(key));
  }

  private void leave() {
    if (front != null && inFront) {
      front.hidden();
    }
  }

  @Override
  public void shown() {
    if (!inFront) {
      inFront = true;
      badges.values().forEach(ViewBadge::shown);
      if (front != null) {
        front.shown();
      }
    }
  }

  @Override
  public void hidden() {
    leave();
    badges.values().forEach(ViewBadge::hidden);
    inFront = false;
  }

  @Override
  public void focus() {
    if (front != null) {
      front.focus();
    }
  }

  @Override
  public void close() {
    FxThread.check();
    leave();
    switcher.close();
    bar.close();
    badges.values().forEach(ViewBadge::close);
    made.values().forEach(InstanceView::close);
    made.clear();
    front = null;
    root.setCenter(null);
    record.close();
    looks.close();
  }
}
