package org.binnacle.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class TriggerTest {
  private static Trigger of(String text, Release release) {
    return Trigger.of(text, 1, Duration.ZERO, release);
  }

  private static Trigger.What what(String text) {
    return of(text, Release.Usual.SHIPPED).what();
  }

  /// The values at which it fires, a second between the looks.
  private static List<Double> fired(Trigger trigger, double... values) {
    var count = new Trigger.Count(trigger);
    var fired = new ArrayList<Double>();
    for (int i = 0; i < values.length; i++) {
      if (count.look(values[i], i * 1_000_000_000L)) {
        fired.add(values[i]);
      }
    }
    return fired;
  }

  @Test
  void eachFormIsReadAndAVariableIsNoneOfTheOthers() {
    assertThat(what("Threads_running > 25"))
        .isEqualTo(new Trigger.What.Variable("Threads_running"));
    assertThat(what("Slow_queries/s>5")).isEqualTo(new Trigger.What.Growth("Slow_queries"));
    assertThat(what("blocks>10")).isEqualTo(new Trigger.What.Blocks());
    assertThat(what("Blocks<1")).isEqualTo(new Trigger.What.Blocks());
    assertThat(what("blocks/s>10")).isEqualTo(new Trigger.What.Growth("blocks"));
    assertThat(what("@busy>3")).isEqualTo(new Trigger.What.Sessions("@busy"));
    assertThat(what("sessions(@busy -user:etl) > 3"))
        .isEqualTo(new Trigger.What.Sessions("@busy -user:etl"));
    assertThat(what("sessions()>3")).isEqualTo(new Trigger.What.Sessions(""));
    for (String wrong : List.of("@>3", "@busy", "blocks", "sessions(time>)>3", "sessions(a:>3")) {
      assertThat(catchThrowableOfType(Fault.class, () -> what(wrong))).as(wrong).isNotNull();
    }
  }

  @Test
  void itFiresAgainOnlyAfterTheValueWentBack() {
    Trigger usual = of("Threads_running>20", Release.Usual.SHIPPED);
    assertThat(usual.releaseWords()).isEqualTo("again once it is 18 or less");
    // It hovers around the threshold, then really goes back.
    assertThat(fired(usual, 21, 22, 19, 23, 20, 24, 18, 25, 26)).containsExactly(21.0, 25.0);
    assertThat(fired(of("Threads_running>20", Release.of("5")), 21, 6, 22, 5, 23))
        .containsExactly(21.0, 23.0);
    assertThat(fired(of("Threads_running>20", Release.of("off")), 21, 22, 5, 23))
        .containsExactly(21.0, 22.0, 23.0);
    Trigger below = of("Com_commit/s<90", Release.Usual.SHIPPED);
    assertThat(below.releaseWords()).isEqualTo("again once it is 100 or more");
    assertThat(fired(below, 80, 95, 70, 100, 60)).containsExactly(80.0, 60.0);
    assertThat(fired(of("blocks>0", Release.Usual.SHIPPED), 1, 2, 0, 3)).containsExactly(1.0, 3.0);
    assertThat(fired(of("Slow_queries/s>5", Release.of("4.25")), 6, 4.3, 7, 4.25, 8))
        .containsExactly(6.0, 8.0);
  }

  @Test
  void goingBackDuringTheCoolDownCounts() {
    var trigger = Trigger.of("Threads_running>20", 2, Duration.ofSeconds(4), Release.Usual.SHIPPED);
    assertThat(fired(trigger, 21, 22, 3, 23, 24, 25, 26, 27)).containsExactly(22.0, 25.0);
  }

  @Test
  void aReleaseThatMakesNoSenseIsRefused() {
    for (String text : List.of("-1", "on", "1e3", "5 %")) {
      assertThat(catchThrowableOfType(Fault.class, () -> Release.of(text)).detail())
          .contains("a number or off");
    }
    assertThat(catchThrowableOfType(Fault.class, () -> of("Uptime>5", Release.of("6"))).detail())
        .isEqualTo("Uptime>5 releases at 6, which is above its threshold");
    assertThat(catchThrowableOfType(Fault.class, () -> of("Uptime<5", Release.of("4"))).detail())
        .isEqualTo("Uptime<5 releases at 4, which is below its threshold");
    for (String text : List.of("", "off", "18", "22.5", "0.25")) {
      assertThat(Release.of(text).text()).isEqualTo(text);
    }
  }

  @Test
  void whatIsUsualStandsInTheSettings() {
    var settings = new MemorySettings();
    assertThat(Release.usual(settings)).isEqualTo(Release.Usual.SHIPPED);
    settings.put(Release.SETTING, "0.5");
    assertThat(of("Uptime>5", Release.usual(settings)).releaseWords())
        .isEqualTo("again once it is 2.5 or less");
    settings.put(Release.SETTING, "off");
    assertThat(Release.usual(settings)).isEqualTo(new Release.Off());
    settings.put(Release.SETTING, "17");
    assertThat(Release.usual(settings)).isEqualTo(Release.Usual.SHIPPED);
  }
}
