package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binnacle.app.cli.ReviewRuns.NO_KEY;
import static org.binnacle.app.cli.ReviewRuns.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `--changed-since` on real repositories, and where there is none.
final class ChangedFilesTest {
  @TempDir Path state;
  @TempDir Path work;

  private Run.Result review(Object... words) {
    return new ReviewRuns(state).review(words);
  }

  private static void git(Path folder, String... words) throws IOException, InterruptedException {
    var command =
        new ArrayList<String>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@b"));
    command.addAll(List.of(words));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said =
        new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }

  private Path repository() throws IOException, InterruptedException {
    Path top = Files.createDirectories(work.resolve("re po"));
    Files.createDirectories(top.resolve("sql"));
    Files.writeString(top.resolve("sql/old.sql"), NO_KEY);
    Files.writeString(top.resolve("sql/edited.sql"), "SELECT 1;\n");
    git(top, "init", "-q");
    git(top, "add", "-A");
    git(top, "commit", "-q", "-m", "first");
    Files.writeString(top.resolve("sql/edited.sql"), NO_KEY);
    Files.writeString(top.resolve("sql/new \u00fc.sql"), NO_KEY);
    return top;
  }

  @Test
  void whatChangedAndWhatGitDoesNotKnowIsReviewedFromWhereverItIsCalled() throws Exception {
    Path top = repository();
    var run = review(top, "--changed-since", "HEAD");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("edited.sql:1:", "new \u00fc.sql:1:", "2 files")
        .doesNotContain("old.sql");
    assertThat(review(top.resolve("sql"), "--changed-since", "HEAD").out()).contains("2 files");
    assertThat(review(top.resolve("sql/old.sql"), "--changed-since", "HEAD").out())
        .contains("0 files");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aWayThroughASymbolicLinkFindsTheSameFiles() throws Exception {
    Path top = repository();
    Path link = Files.createSymbolicLink(work.resolve("link"), top);
    assertThat(review(link, "--changed-since", "HEAD").out()).contains("2 files");
  }

  @Test
  void aCommitThatIsNoneAndAFolderOfNoRepositoryAreRefused() throws Exception {
    Path top = repository();
    refused(review(top, "--changed-since", "nowhere"), "git knows no commit nowhere");
    refused(review(top, "--changed-since", "--output=x"), "git knows no commit --output=x");
    Path outside = Files.createDirectories(work.resolve("outside"));
    Files.writeString(outside.resolve("a.sql"), NO_KEY);
    refused(review(outside, "--changed-since", "HEAD"), "wants a git repository");
    Path empty = Files.createDirectories(work.resolve("empty"));
    refused(review(empty, "--changed-since", "HEAD"), "wants a git repository");
  }
}
