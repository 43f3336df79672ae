package org.binnacle.review.view.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.binnacle.review.Level;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Look;
import org.binnacle.review.history.Mark;
import org.binnacle.review.history.ReviewStore;
import org.binnacle.review.history.Scope;
import org.binnacle.review.history.Seen;
import org.binnacle.review.report.Told;

/// A store with half a year of two projects in it.
final class KeptForever implements ReviewStore {
  private static final List<String> RULES =
      List.of(
          "table.require-pk",
          "column.int-width",
          "index.redundant",
          "ddl.add-column-position",
          "name.reserved-word",
          "column.varchar-max");
  private static final List<String> PEOPLE =
      List.of("Ann Example", "Ben Example", "Cay Longername-Withhyphen", "");
  private final Instant now;
  private final List<Life> lives = new ArrayList<>();
  volatile boolean empty;

  KeptForever(Instant now) {
    this.now = now;
    for (int i = 0; i < 240; i++) {
      String rule = RULES.get((i * i + i / 7) % RULES.size());
      int day = (i * 37) % 170;
      Instant first = now.minus(Duration.ofDays(day)).minus(Duration.ofMinutes(i));
      boolean fixed = i % 3 == 0;
      var state = i % 11 == 0 ? Told.State.SUPPRESSED : Told.State.OPEN;
      var seen =
          new Seen(
              new Mark(rule, "print" + i % 40, "orders.c" + i % 40),
              i % 5 == 0 ? Level.ERROR : i % 2 == 0 ? Level.WARNING : Level.NOTICE,
              "ddl",
              1,
              i,
              "words",
              PEOPLE.get(i % 4),
              state);
      lives.add(
          new Life(
              i,
              i % 4 == 0 ? "" : i % 2 == 0 ? "shop" : "billing",
              "migrations/V" + i % 60 + ".sql",
              seen,
              first,
              now,
              3,
              fixed ? Optional.of(first.plus(Duration.ofHours(5 + i))) : Optional.empty()));
    }
  }

  private static boolean isIn(Scope scope, Instant at, String project) {
    return scope.since().filter(at::isBefore).isEmpty()
        && scope.project().map(p -> p.equals(project)).orElse(true);
  }

  @Override
  public void lives(Scope scope, Consumer<Life> to) {
    lives.stream().filter(life -> !empty && isIn(scope, life.first(), life.project())).forEach(to);
  }

  @Override
  public void shares(Scope scope, Consumer<Share> to) {
    lives(
        scope,
        life ->
            to.accept(
                new Share(life.first(), life.project(), life.path(), life.seen().author(), 7)));
  }

  @Override
  public Map<String, String> words(Collection<String> fingerprints) {
    return fingerprints.stream()
        .collect(
            Collectors.toMap(
                f -> f,
                f ->
                    "ALTER TABLE `orders` ADD COLUMN `"
                        + f
                        + "` INTEGER (?) NOT NULL DEFAULT ? AFTER `customer_id` , ALGORITHM = INPLACE"));
  }

  @Override
  public List<String> projects() {
    return List.of("shop", "billing", "");
  }

  @Override
  public List<KeptRun> runs(Scope scope, int limit) {
    var runs = new ArrayList<KeptRun>();
    for (int i = 0; i < 40 && !empty; i++) {
      runs.add(
          new KeptRun(
              new UUID(1, i),
              now.minus(Duration.ofHours(i * 31L)),
              i % 2 == 0 ? "shop" : "billing",
              i % 3 == 0 ? KeptRun.Origin.WINDOW : KeptRun.Origin.COMMAND,
              "default",
              "0123456789abcdef",
              "8.0.36",
              new KeptRun.Totals(3, 40 + i, i % 4, i % 7, i % 5, 1, 0)));
    }
    return runs.stream().filter(r -> isIn(scope, r.at(), r.project())).toList();
  }

  @Override
  public void keep(KeptRun run, List<Look> looks) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<KeptRun> run(UUID id) {
    return Optional.empty();
  }

  @Override
  public Optional<KeptRun> last(String project, String path) {
    return Optional.empty();
  }

  @Override
  public List<String> paths(UUID run) {
    return List.of();
  }

  @Override
  public List<Life> seen(UUID run, String path) {
    return List.of();
  }

  @Override
  public void prune(Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forgetAuthors() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forgetProject(String project) {
    throw new UnsupportedOperationException();
  }
}
