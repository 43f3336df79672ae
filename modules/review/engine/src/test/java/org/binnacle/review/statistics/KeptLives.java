package org.binnacle.review.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Look;
import org.binnacle.review.history.ReviewStore;
import org.binnacle.review.history.Scope;

/// Hands over what it is given; the scope's filters are the real store's and are tested there.
final class KeptLives implements ReviewStore {
  final List<Life> lives = new ArrayList<>();
  final List<Share> shares = new ArrayList<>();

  @Override
  public void lives(Scope scope, Consumer<Life> to) {
    lives.forEach(to);
  }

  @Override
  public void shares(Scope scope, Consumer<Share> to) {
    shares.forEach(to);
  }

  @Override
  public Map<String, String> words(Collection<String> fingerprints) {
    return fingerprints.stream().collect(Collectors.toMap(f -> f, f -> "words of " + f));
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
  public List<KeptRun> runs(Scope scope, int limit) {
    return List.of();
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
  public List<String> projects() {
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
