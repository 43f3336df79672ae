package org.binnacle.inventory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Grouping;
import org.binnacle.inventory.Instance;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

final class FleetTreeTest {
  private static final List<Grouping> USUAL =
      List.of(Grouping.by(Field.BUSINESS), Grouping.by(Field.CLUSTER));

  private static void tell(List<FleetEntry> entries, String indent, StringBuilder out) {
    for (FleetEntry entry : entries) {
      switch (entry) {
        case FleetEntry.Group group -> {
          out.append(indent)
              .append(group.title())
              .append(" (")
              .append(group.members().size())
              .append(")\n");
          tell(group.children(), indent + "  ", out);
        }
        case FleetEntry.One one -> out.append(indent).append(one.instance().name()).append('\n');
      }
    }
  }

  private static String told(List<Instance> instances, List<Grouping> levels) {
    var out = new StringBuilder();
    tell(FleetTree.build(instances, levels), "", out);
    return out.toString();
  }

  @Test
  void instancesStandInTheirBusinessAndCluster() {
    assertThat(told(Desk.shop(), USUAL))
        .isEqualTo(
            """
            billing (4)
              billing (3)
                billing-staging-db-1
                billing-staging-db-2
                billing-staging-db-3
              billing-archive
            shop (7)
              shop-orders (4)
                shop-db-1
                shop-db-2
                shop-db-3
                shop-db-4
              shop-search (3)
                shop-search-db-1
                shop-search-db-2
                shop-search-db-3
            no business (1)
              scratch
            """);
  }

  @Test
  void aLevelThatNobodyUsesIsLeftOut() {
    List<Instance> bare = List.of(Desk.instance("a"), Desk.instance("b"));
    assertThat(told(bare, USUAL)).isEqualTo("a\nb\n");
    List<Instance> clusters = List.of(Desk.instance("a", "cluster", "c"), Desk.instance("b"));
    assertThat(told(clusters, USUAL)).isEqualTo("c (1)\n  a\nb\n");
    assertThat(told(bare, List.of())).isEqualTo("a\nb\n");
  }

  @Test
  void keysAreUniqueEvenUnderSeveralTags() {
    List<FleetEntry> entries =
        FleetTree.build(
            List.of(Desk.instance("a", "tags", "x,y")), List.of(Grouping.by(Field.TAGS)));
    assertThat(entries.stream().map(e -> ((FleetEntry.Group) e).children().getFirst().key()))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void aGroupTellsTheWorstOfItsMembers() {
    List<Instance> all = Desk.shop();
    Map<UUID, Mark> marks = Desk.marks(all);
    Tally tally = Tally.of(all, instance -> marks.getOrDefault(instance.id(), Mark.NONE));
    assertThat(tally).isEqualTo(new Tally(Severity.CRITICAL, "1 down, 1 lagging"));
    assertThat(Tally.of(all, instance -> Mark.NONE)).isEqualTo(new Tally(Severity.UNKNOWN, "?"));
    assertThat(Tally.of(all, instance -> Mark.ok(Mark.Role.REPLICA, "0 s")))
        .isEqualTo(new Tally(Severity.OK, ""));
  }
}
