package org.binnacle.diagnosis.deadlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes LATEST DETECTED DEADLOCK of SHOW ENGINE INNODB STATUS apart, in the words of MySQL 5.7 to
/// 9 and MariaDB. Total: whatever the text is, it answers; lines that it does not know stay in
/// `raw`.
public final class DeadlockParser {
  private static final String TITLE = "LATEST DETECTED DEADLOCK";
  private static final int LONGEST = 200_000;
  private static final Pattern TIME =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d[ T]+\\d{1,2}:\\d\\d:\\d\\d)");
  private static final Pattern TRANSACTION =
      Pattern.compile("^\\*\\*\\* \\((\\d{1,4})\\) TRANSACTION:");
  private static final Pattern TRX =
      Pattern.compile("^TRANSACTION (\\d{1,20}|\\([^)]{0,40}\\)), ACTIVE (\\d{1,9}) sec");
  private static final Pattern THREAD =
      Pattern.compile(
          "^(?:MySQL|MariaDB) thread id (\\d{1,18}), OS thread handle [^,]{1,40}, query id \\d{1,20}\\s?(.{0,300})");
  private static final Pattern LOCK =
      Pattern.compile(
          "^(RECORD|TABLE) LOCKS? .{0,200}?(?:index (`[^`]{1,200}`|\\S{1,200}) of )?table (`[^`]{1,200}`\\.`[^`]{1,200}`|\\S{1,300})(.{0,200})");
  private static final Pattern ROLLED_BACK =
      Pattern.compile("^\\*\\*\\* WE ROLL BACK TRANSACTION \\((\\d{1,4})\\)");

  private DeadlockParser() {}

  /// @param status the whole text of SHOW ENGINE INNODB STATUS
  public static Optional<Deadlock> of(String status) {
    return section(status).map(DeadlockParser::parse);
  }

  /// From the title to the next header between two lines of dashes; what follows it differs by
  /// version.
  static Optional<String> section(String status) {
    String[] lines = status.split("\r?\n", -1);
    int from = -1;
    for (int i = 1; i < lines.length; i++) {
      if (from < 0 && lines[i].equals(TITLE) && dashes(lines[i - 1])) {
        from = i;
      } else if (from >= 0
          && i > from + 2
          && i + 1 < lines.length
          && dashes(lines[i - 1])
          && dashes(lines[i + 1])
          && lines[i].matches("[A-Z][A-Z ()/]{2,60}")) {
        return Optional.of(joined(lines, from + 2, i - 1));
      }
    }
    return from < 0 ? Optional.empty() : Optional.of(joined(lines, from + 2, lines.length));
  }

  private static boolean dashes(String line) {
    return line.length() >= 3 && line.chars().allMatch(c -> c == '-');
  }

  private static String joined(String[] lines, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to && text.length() < LONGEST; i++) {
      text.append(lines[i]).append('\n');
    }
    return text.toString();
  }

  /// @param section as kept before
  public static Deadlock parse(String section) {
    var state = new State();
    section.lines().forEach(state::line);
    state.end();
    return new Deadlock(state.at, state.done, state.victim, section);
  }

  private static final class State {
    private final List<DeadlockTrx> done = new ArrayList<>();
    private final List<DeadlockLock> holds = new ArrayList<>();
    private final List<DeadlockLock> waits = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();
    private String at = "";
    private int victim;
    private int number;
    private String trxId = "";
    private long activeS;
    private long thread;
    private String client = "";
    private boolean inSql;
    private boolean waiting;
    private boolean conflicting;

    void line(String line) {
      if (line.startsWith("***")) {
        inSql = false;
        heading(line);
        return;
      }
      Matcher time = TIME.matcher(line);
      if (number == 0 && at.isEmpty() && time.find()) {
        at = time.group(1);
        return;
      }
      Matcher lock = LOCK.matcher(line);
      if (lock.find() && !inStatement(line)) {
        inSql = false;
        put(lock);
        return;
      }
      Matcher trx = TRX.matcher(line);
      if (trx.find()) {
        trxId = trx.group(1);
        activeS = Long.parseLong(trx.group(2));
        return;
      }
      Matcher who = THREAD.matcher(line);
      if (who.find()) {
        thread = Long.parseLong(who.group(1));
        client = who.group(2).strip();
        inSql = true;
        return;
      }
      if (inSql) {
        sql.append(sql.isEmpty() ? "" : "\n").append(line);
      }
    }

    // A statement may hold such a line as a text of its own, but not right after an empty line.
    private boolean inStatement(String line) {
      return inSql && !line.startsWith("RECORD LOCKS space id") && !line.startsWith("TABLE LOCK ");
    }

    private void heading(String line) {
      Matcher next = TRANSACTION.matcher(line);
      if (next.find()) {
        end();
        number = Integer.parseInt(next.group(1));
        return;
      }
      Matcher back = ROLLED_BACK.matcher(line);
      if (back.find()) {
        victim = Integer.parseInt(back.group(1));
        return;
      }
      String up = line.toUpperCase(Locale.ROOT);
      waiting = up.contains("WAITING FOR");
      conflicting = up.contains("CONFLICTING WITH");
    }

    private void put(Matcher lock) {
      String index = lock.group(2) == null ? "" : lock.group(2).replace("`", "");
      String table = lock.group(3).replace("`.`", ".").replace("`", "");
      String mode = lock.group(4).replaceFirst("^ ?trx id \\S+ ?", "").strip();
      var one = new DeadlockLock(table, index, mode);
      // MariaDB names the others' locks below: those are not its own.
      if (!conflicting) {
        (waiting ? waits : holds).add(one);
      }
    }

    void end() {
      if (number > 0) {
        String[] words = client.split("\\s+", 3);
        String who = words.length >= 2 ? words[0] + " " + words[1] : client;
        String doing = words.length == 3 ? words[2] : "";
        done.add(
            new DeadlockTrx(
                number, trxId, activeS, thread, who, doing, sql.toString().strip(), holds, waits));
      }
      holds.clear();
      waits.clear();
      sql.setLength(0);
      trxId = "";
      activeS = 0;
      thread = 0;
      client = "";
      inSql = false;
      waiting = false;
      conflicting = false;
    }
  }
}
