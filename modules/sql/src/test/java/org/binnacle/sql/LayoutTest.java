package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LayoutTest {

  private static String laid(String sql) {
    return Layout.DEFAULT.of(sql, SqlModes.DEFAULT);
  }

  @Test
  void clausesJoinsAndConditionsStandOnOwnLines() {
    assertThat(
            laid(
                "select o.id,c.name from orders o left join customers c on c.id=o.customer_id and"
                    + " c.x=1 where o.status in('new','paid') and o.at between 1 and 2 or not o.b"
                    + " group by o.id order by 1 desc limit 10"))
        .isEqualTo(
            """
            SELECT o.id, c.name
            FROM orders o
              LEFT JOIN customers c ON c.id = o.customer_id
              AND c.x = 1
            WHERE o.status IN ('new', 'paid')
              AND o.at BETWEEN 1 AND 2
              OR NOT o.b
            GROUP BY o.id
            ORDER BY 1 DESC
            LIMIT 10""");
  }

  @Test
  void subQueriesAreIndented() {
    assertThat(
            laid(
                "select * from (select customer_id,sum(total) t from orders where state<>'void' and"
                    + " total>100 group by customer_id) d where exists (select 1 from x)"))
        .isEqualTo(
            """
            SELECT *
            FROM (
              SELECT customer_id, sum(total) t
              FROM orders
              WHERE state <> 'void'
                AND total > 100
              GROUP BY customer_id
            ) d
            WHERE EXISTS (SELECT 1 FROM x)""");
  }

  @Test
  void longListsAndCasesAreBroken() {
    String columns = "a_rather_long_column_name, ".repeat(5) + "last_one";
    assertThat(laid("select " + columns + " from t").lines())
        .hasSize(8)
        .contains("  a_rather_long_column_name,", "  last_one", "FROM t");
    assertThat(laid("select a from t where id in (" + "1234567, ".repeat(30) + "1)").lines())
        .allMatch(line -> line.length() <= 100)
        .hasSizeGreaterThan(4);
    String when = " when x = 'something rather long' then 'an equally long result'";
    assertThat(laid("select a, case" + when + when + " else 0 end as c from t").lines()).hasSize(8);
  }

  @Test
  void commentsHintsAndVersionCommentsAreKept() {
    assertThat(
            laid(
                "select /*+ MAX_EXECUTION_TIME(1000) */ a, -- first\n b /* second */ from t # end"))
        .isEqualTo(
            """
            SELECT /*+ MAX_EXECUTION_TIME(1000) */ a, -- first
              b /* second */
            FROM t # end""");
    assertThat(laid("select /*!80000 a,*/ b from t")).isEqualTo("SELECT /*!80000 a,*/ b\nFROM t");
  }

  @Test
  void otherStatementsReadWellToo() {
    assertThat(
            laid("create table t (id int primary key,name varchar(20),key k(name)) engine=innodb"))
        .isEqualTo(
            """
            CREATE TABLE t (
              id INT PRIMARY KEY,
              name VARCHAR(20),
              KEY k(name)
            ) engine = innodb""");
    assertThat(laid("update t set a=-1,b=b+1 where id=3;delete from t where id=4"))
        .isEqualTo("UPDATE t\nSET a = -1, b = b + 1\nWHERE id = 3;\n\nDELETE FROM t\nWHERE id = 4");
    assertThat(laid("insert into t(a,b) values(1,'x'),(2,'y') on duplicate key update a=1"))
        .isEqualTo("INSERT INTO t(a, b)\nVALUES (1, 'x'), (2, 'y')\nON DUPLICATE KEY UPDATE a = 1");
  }

  @Test
  void storedProgramsAndScriptsAreLeftAlone() {
    String body = "create procedure p()\nbegin\n   select 1;\nend";
    assertThat(laid(body)).isEqualTo(body);
    String script = "DELIMITER //\nselect 1//\n";
    assertThat(laid(script)).isEqualTo(script);
  }

  @Test
  void noTokenChanges() {
    var keep = new Layout(60, 2, Layout.Case.KEEP);
    for (List<String> texts : List.of(Samples.statements(), Samples.mutilated(17, 5_000))) {
      for (String text : texts) {
        assertThat(told(keep.of(text, SqlModes.DEFAULT))).isEqualTo(told(text));
        assertThat(told(laid(text)).toLowerCase(Locale.ROOT))
            .isEqualTo(told(text).toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void realStatementsAreLaidOutOnce() {
    for (String text : Samples.statements()) {
      String once = laid(text);
      assertThat(laid(once)).isEqualTo(once);
    }
  }

  @Test
  void hugeAndDeepTextsAreBounded() {
    String huge = "SELECT " + "1,".repeat(Layout.MAX) + "1";
    assertThat(laid(huge)).isEqualTo(huge);
    assertThat(told(laid("SELECT " + "(".repeat(50_000) + ")".repeat(50_000)))).hasSize(200_007);
    assertThat(laid("SELECT (SELECT ".repeat(5_000))).isNotEmpty();
  }

  private static String told(String text) {
    var out = new StringBuilder();
    for (Token token : Lexer.all(text, SqlModes.DEFAULT)) {
      if (token.type() != TokenType.SPACE) {
        out.append(token.in(text)).append('\n');
      }
    }
    return out.toString();
  }
}
