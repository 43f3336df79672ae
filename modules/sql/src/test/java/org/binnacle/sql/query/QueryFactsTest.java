package org.binnacle.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.sql.Span;
import org.binnacle.sql.SqlModes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What rules ask of a query: places to the character, nesting, unions, and what JSqlParser alone
/// does not read.
class QueryFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a = 1",
        "(a + b) = 3",
        "lower(a) = 'x'",
        "a IN (1, 2)",
        "a NOT BETWEEN 1 AND (2)",
        "a IS NULL",
        "a IS NOT NULL",
        "a LIKE '%x' ESCAPE '!'",
        "a <=> NULL",
        "a = (SELECT max(b) FROM u)",
        "a * (b - 1) > 7",
        "a = 'it''s (odd'"
      })
  void aConditionStandsWhereItIsWritten(String condition) {
    String sql = "SELECT 1 FROM t WHERE z = 5 AND " + condition + " AND y = 6";
    List<Predicate> where = block(sql, 0).where();
    assertThat(where).hasSize(3);
    assertThat(where.get(1).span().orElseThrow().in(sql)).isEqualTo(condition);
    String alone = "DELETE FROM t WHERE " + condition;
    assertThat(block(alone, 0).where().getFirst().span().orElseThrow().in(alone))
        .isEqualTo(condition);
  }

  @Test
  void groupsTellWhatPutsConditionsTogether() {
    List<Predicate> where =
        block("SELECT 1 FROM t WHERE a = 1 AND (b = 1 OR b = 2 OR (c = 3 AND d = 4))", 0).where();
    assertThat(where).extracting(Predicate::byOr).containsExactly(false, true, true, false, false);
    assertThat(where).extracting(Predicate::underOr).containsExactly(false, true, true, true, true);
    assertThat(where.get(1).group()).isEqualTo(where.get(2).group());
    assertThat(where.get(3).group()).isEqualTo(where.get(4).group());
    assertThat(where.stream().map(Predicate::group).distinct()).hasSize(3);
    List<Predicate> not = block("SELECT 1 FROM t WHERE NOT (a = 1 OR b = 2)", 0).where();
    assertThat(not).extracting(Predicate::byOr).containsExactly(false, false);
    assertThat(not).extracting(Predicate::negated).containsExactly(true, true);
  }

  @Test
  void blocksKnowWhatTheyAreNestedIn() {
    Query query =
        query(
            "SELECT (SELECT 1 FROM a), x FROM (SELECT y FROM b WHERE y IN (SELECT z FROM c)) d"
                + " WHERE EXISTS (SELECT 1 FROM e)");
    assertThat(query.blocks()).extracting(Block::number).containsExactly(0, 1, 2, 3, 4);
    assertThat(query.blocks()).extracting(Block::outer).containsExactly(-1, 0, 1, 0, 0);
    assertThat(query.blocks())
        .extracting(Block::place)
        .containsExactly(
            Block.Place.STATEMENT,
            Block.Place.DERIVED,
            Block.Place.CONDITION,
            Block.Place.SCALAR,
            Block.Place.EXISTS);
    Query delete = query("DELETE FROM t WHERE a IN (SELECT b FROM u)");
    Predicate in = delete.blocks().getFirst().where().getFirst();
    assertThat(delete.subquery(in.right().getFirst()).orElseThrow().tables())
        .extracting(TableUse::name)
        .containsExactly("u");
    Query update = query("UPDATE t JOIN (SELECT id FROM u) d ON d.id = t.id SET t.a = 1");
    assertThat(update.blocks()).extracting(Block::outer).containsExactly(-1, 0);
    assertThat(query("INSERT INTO t (a) VALUES (1), ((SELECT max(b) FROM u))").blocks()).hasSize(1);
  }

  @Test
  void whatStandsBehindTheLastSelectOfAUnionIsTheUnions() {
    String sql = "SELECT a FROM t UNION SELECT b FROM u ORDER BY 1 LIMIT 5";
    Query query = query(sql);
    Union union = query.unions().getFirst();
    assertThat(union.parts()).containsExactly(0, 1);
    assertThat(union.operators().getFirst().span().orElseThrow().in(sql)).isEqualTo("UNION");
    assertThat(union.operators().getFirst().all()).isFalse();
    assertThat(union.limit().orElseThrow().text()).isEqualTo("5");
    assertThat(union.orderBy()).hasSize(1);
    assertThat(query.blocks().get(1).limit()).isEmpty();
    Query inner = query("(SELECT a FROM t) UNION ALL (SELECT b FROM u LIMIT 2)");
    assertThat(inner.unions().getFirst().limit()).isEmpty();
    assertThat(inner.unions().getFirst().operators().getFirst().all()).isTrue();
    assertThat(inner.blocks().get(1).limit()).isPresent();
  }

  @Test
  void tablesInBracketsAreJoinedToo() {
    Block block =
        block("SELECT 1 FROM a LEFT JOIN (b JOIN c ON b.x = c.x) ON a.y = b.y, (d, e)", 0);
    assertThat(block.tables())
        .extracting(TableUse::called)
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(block.joins())
        .extracting(Join::type)
        .containsExactly(Join.Type.LEFT, Join.Type.INNER, Join.Type.COMMA, Join.Type.COMMA);
  }

  @Test
  void writesOfSeveralTablesTellThem() {
    Query update = query("UPDATE a x, b SET x.v = b.v WHERE x.id = b.id");
    assertThat(update.written()).extracting(TableUse::name).containsExactly("a");
    Query delete = query("DELETE x FROM a x JOIN b ON x.id = b.id");
    assertThat(delete.written()).extracting(TableUse::name).containsExactly("a");
    Query using = query("DELETE FROM a USING a JOIN b ON a.id = b.id WHERE b.v = 1");
    assertThat(using.written()).extracting(TableUse::name).containsExactly("a");
    assertThat(using.blocks().getFirst().joins()).hasSize(1);
    Query insert =
        query("INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a), b = 2");
    assertThat(insert.insert().orElseThrow().updates()).hasSize(2);
  }

  @Test
  void operandsAreTakenApart() {
    String sql = "UPDATE t SET a = 1 AND b = 2, c = concat(d, upper(e)) WHERE f = 1";
    List<Query.Assignment> set = query(sql).set();
    Operand and = set.getFirst().value();
    assertThat(and.is("AND")).isTrue();
    assertThat(and.parts().getLast().is("=")).isTrue();
    assertThat(and.span().orElseThrow().in(sql)).isEqualTo("1 AND b = 2");
    Operand call = set.getLast().value();
    assertThat(call.calls()).containsExactly("concat", "upper");
    assertThat(call.parts()).hasSize(2);
    assertThat(call.columns()).extracting(ColumnUse::name).containsExactly("d", "e");
    Block block = block("SELECT count(DISTINCT a, b), sum(c) OVER (), max(d) m FROM t", 0);
    assertThat(block.functions()).extracting(Block.Call::name).containsExactly("count", "max");
    assertThat(block.functions().getFirst().distinct()).isTrue();
    assertThat(block.functions().getFirst().arguments()).isEqualTo(2);
    assertThat(block.items().get(1).operand().hasAggregate()).isFalse();
    assertThat(block.items().get(2).as()).isFalse();
  }

  @Test
  void whatMySqlAloneTakesIsReadToo() {
    assertThat(block("SELECT a FROM t WHERE b = 1 LOCK IN SHARE MODE", 0).locks()).isTrue();
    assertThat(
            block("SELECT a FROM t WHERE BINARY b = 'x'", 0).where().getFirst().left().is("sign"))
        .isTrue();
    Query ansi =
        QueryReader.read("SELECT \"a\" FROM \"t\" WHERE \"b\" = 'x'", new SqlModes(true, false))
            .orElseThrow();
    assertThat(ansi.blocks().getFirst().where().getFirst().left().isColumn()).isTrue();
    String sql = "SELECT a FROM t WHERE BINARY b = 'x'";
    Span place = block(sql, 0).where().getFirst().right().getFirst().span().orElseThrow();
    assertThat(place.in(sql)).isEqualTo("'x'");
  }

  private static Query query(String sql) {
    return QueryReader.read(sql).orElseThrow();
  }

  private static Block block(String sql, int number) {
    return query(sql).blocks().get(number);
  }
}
