package org.binnacle.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryReaderTest {

  @Test
  void aSelectTellsItsTablesJoinsAndConditions() {
    String sql =
        "SELECT a.x, count(*) n FROM db.t a LEFT JOIN u ON a.id = u.id WHERE a.x = 1 AND (b IN (1, 2)"
            + " OR lower(c) LIKE '%x') AND EXISTS (SELECT 1 FROM z) ORDER BY a.x DESC LIMIT 3";
    Query query = QueryReader.read(sql).orElseThrow();
    Block own = query.own().orElseThrow();
    assertThat(own.tables()).extracting(TableUse::called).containsExactly("a", "u");
    assertThat(own.tables().getFirst().span().orElseThrow().in(sql)).startsWith("db.t");
    assertThat(own.joins().getFirst().type()).isEqualTo(Join.Type.LEFT);
    assertThat(own.where())
        .extracting(Predicate::kind)
        .containsExactly(
            Predicate.Kind.COMPARE, Predicate.Kind.IN, Predicate.Kind.LIKE, Predicate.Kind.EXISTS);
    assertThat(own.where())
        .extracting(Predicate::underOr)
        .containsExactly(false, true, true, false);
    assertThat(own.where().get(0).span().orElseThrow().in(sql)).isEqualTo("a.x = 1");
    assertThat(own.orderBy().getFirst().descending()).isTrue();
    assertThat(own.limit().orElseThrow().text()).isEqualTo("3");
    assertThat(own.functions()).extracting(Block.Call::name).contains("count", "lower");
    assertThat(query.blocks()).extracting(Block::place).contains(Block.Place.EXISTS);
  }

  @Test
  void writesTellWhatTheyChange() {
    Query update =
        QueryReader.read("UPDATE t SET a = 1, b = a + 1 WHERE id = 3 LIMIT 1").orElseThrow();
    assertThat(update.written()).extracting(TableUse::name).containsExactly("t");
    assertThat(update.set()).extracting(s -> s.column().name()).containsExactly("a", "b");
    Query insert = QueryReader.read("INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')").orElseThrow();
    assertThat(insert.insert().orElseThrow().rows()).hasSize(2);
    assertThat(insert.insert().orElseThrow().rows().getFirst())
        .extracting(Operand::text)
        .isEqualTo(List.of("1", "x"));
    Query one = QueryReader.read("INSERT INTO t VALUES (1, 'x')").orElseThrow();
    assertThat(one.insert().orElseThrow().rows()).hasSize(1);
    assertThat(one.insert().orElseThrow().rows().getFirst()).hasSize(2);
    Query delete = QueryReader.read("DELETE FROM db.t WHERE a IS NULL").orElseThrow();
    assertThat(delete.verb()).isEqualTo(Query.Verb.DELETE);
    assertThat(delete.own().orElseThrow().where()).hasSize(1);
    Query replace = QueryReader.read("REPLACE INTO t (a) VALUES (1)").orElseThrow();
    assertThat(replace.verb()).isEqualTo(Query.Verb.REPLACE);
  }

  @Test
  void whatIsNoQueryGivesNothing() {
    assertThat(QueryReader.read("CREATE TABLE t (a int)")).isEmpty();
    assertThat(QueryReader.read("SELEC 1")).isEmpty();
    assertThat(QueryReader.read("")).isEmpty();
  }
}
