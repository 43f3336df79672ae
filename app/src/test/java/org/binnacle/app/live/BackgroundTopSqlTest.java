package org.binnacle.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;

final class BackgroundTopSqlTest {
  private static InstanceRef ref(String name, Safety safety) {
    return new InstanceRef(name, name, name + ":3306", "", "grey", safety, "");
  }

  @Test
  void theStrictestEnvironmentsComeFirst() {
    List<InstanceRef> all =
        List.of(
            ref("test-1", Safety.RELAXED),
            ref("prod-10", Safety.STRICT),
            ref("stage-1", Safety.CAREFUL),
            ref("prod-2", Safety.STRICT));
    assertThat(BackgroundTopSql.chosen(all, 3))
        .extracting(InstanceRef::name)
        .containsExactly("prod-2", "prod-10", "stage-1");
    assertThat(BackgroundTopSql.chosen(all, 0)).isEmpty();
    assertThat(BackgroundTopSql.chosen(all, -5)).isEmpty();
    assertThat(BackgroundTopSql.chosen(all, 1_000)).hasSize(4);
  }
}
