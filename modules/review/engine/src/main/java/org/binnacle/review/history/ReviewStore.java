package org.binnacle.review.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The port that keeps runs. The state module implements it on H2.
public interface ReviewStore {

  /// Keeps a run and carries the lives of findings on, as {@link Matching} pairs them; in one
  /// transaction, also where another process keeps a run of the same project.
  void keep(KeptRun run, List<Look> looks);

  Optional<KeptRun> run(UUID id);

  /// The newest run that looked at a file.
  Optional<KeptRun> last(String project, String path);

  /// The newest first.
  List<KeptRun> runs(Scope scope, int limit);

  /// The files that a run looked at.
  List<String> paths(UUID run);

  /// What a run saw in a file; lines and messages are those of the newest run that saw them.
  List<Life> seen(UUID run, String path);

  /// Hands over the lives of a scope, in no order.
  void lives(Scope scope, Consumer<Life> to);

  /// How many statements of a file an author wrote, as a run saw them.
  record Share(Instant at, String project, String path, String author, int statements) {}

  /// Hands over who wrote how much, for the runs of a scope.
  void shares(Scope scope, Consumer<Share> to);

  /// The normalised texts of statements, by fingerprint.
  Map<String, String> words(Collection<String> fingerprints);

  /// Names of projects, those with the newest runs first.
  List<String> projects();

  /// Lets go of runs that are older, and of findings that were fixed or seen last before.
  void prune(Instant before);

  /// Takes all authors' names out.
  void forgetAuthors();

  /// Lets go of all that is known of a project.
  void forgetProject(String project);
}
