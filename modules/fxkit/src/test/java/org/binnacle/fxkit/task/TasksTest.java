package org.binnacle.fxkit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class TasksTest {
  private final Tasks tasks = new Tasks();
  private final List<Outcome<String>> outcomes = new ArrayList<>();

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @AfterEach
  void close() {
    Screen.run(tasks::close);
  }

  @Test
  void workTellsItsProgressAndItsOutcome() {
    var go = new CountDownLatch(1);
    Task task =
        Screen.get(
            () ->
                tasks.start(
                    "Count",
                    (progress, cancel) -> {
                      progress.at("half", 5, 10);
                      go.await();
                      return "ten";
                    },
                    outcomes::add));
    Screen.until("progress", () -> task.step().get().fraction() == 0.5);
    go.countDown();
    Screen.until("done", () -> task.state().get() == Task.State.DONE);
    assertThat(outcomes).containsExactly(new Outcome.Ok<>("ten"));
    Screen.run(() -> tasks.dismiss(task));
    assertThat(Screen.get(() -> tasks.list())).isEmpty();
  }

  @Test
  void cancelInterruptsWorkThatWaits() {
    Task task =
        Screen.get(
            () ->
                tasks.start(
                    "Wait",
                    (progress, cancel) -> {
                      new CountDownLatch(1).await();
                      return "never";
                    },
                    outcomes::add));
    Screen.run(() -> task.cancel().ask());
    Screen.until("stopped", () -> task.state().get() == Task.State.CANCELLED);
    assertThat(task.fault().map(Fault::code)).contains(Fault.CANCELLED);
  }

  @Test
  void anyThrowableBecomesAFault() {
    Task task =
        Screen.get(
            () ->
                tasks.<String>start(
                    "Break",
                    (progress, cancel) -> {
                      throw new IllegalStateException("seeded");
                    },
                    outcomes::add));
    Screen.until("failed", () -> task.state().get() == Task.State.FAILED);
    assertThat(task.fault().map(Fault::code)).contains(Fault.BUG);
  }

  @Test
  void aNewerQuestionDropsTheAnswerOfTheOlder() {
    var answers = new ArrayList<String>();
    var questions = new Questions("try");
    Screen.run(
        () -> {
          questions.ask(() -> "old", outcome -> answers.add("old"));
          questions.ask(() -> "new", outcome -> answers.add("new"));
        });
    Screen.until("answered", () -> !answers.isEmpty());
    Screen.settle();
    assertThat(answers).containsExactly("new");
    Screen.run(questions::close);
  }

  @Test
  void inTurnNobodyIsInterruptedAndOnlyTheNewestIsAskedNext() {
    var ran = new CopyOnWriteArrayList<String>();
    var answers = new ArrayList<String>();
    var go = new CountDownLatch(1);
    var questions = Questions.inTurn("try");
    Screen.run(
        () -> {
          questions.ask(
              () -> {
                go.await();
                return ran.add("first");
              },
              outcome -> answers.add("first"));
          for (String name : List.of("second", "third", "last")) {
            questions.ask(() -> ran.add(name), outcome -> answers.add(name));
          }
        });
    assertThat(Screen.get(questions::asking)).isTrue();
    go.countDown();
    Screen.until("answered", () -> !answers.isEmpty());
    assertThat(ran).containsExactly("first", "last");
    assertThat(answers).containsExactly("last");
    Screen.run(questions::close);
  }

  @Test
  void inTurnClosingGivesUpAtOnce() throws Exception {
    var began = new CountDownLatch(1);
    var gaveUp = new CountDownLatch(1);
    var answers = new ArrayList<String>();
    var questions = Questions.inTurn("try");
    Callable<Boolean> hangs =
        () -> {
          began.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            gaveUp.countDown();
          }
          return true;
        };
    Screen.run(() -> questions.ask(hangs, outcome -> answers.add("hung")));
    assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
    Screen.run(
        () -> {
          questions.ask(() -> true, outcome -> answers.add("waiting"));
          questions.close();
        });
    assertThat(gaveUp.await(10, TimeUnit.SECONDS)).isTrue();
    Screen.settle();
    assertThat(answers).isEmpty();
  }
}
