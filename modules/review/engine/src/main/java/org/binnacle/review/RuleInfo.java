package org.binnacle.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a rule beside its code: the rule list, its page, the rule sets and the tests
/// come from here.
///
/// @param id dotted, family first: `table.require-pk`
/// @param says in one sentence what it asks for
/// @param because why
/// @param need what it cannot do without
/// @param concern the statements that it looks at
/// @param since the first server version it makes sense on, 0 for any
/// @param until the first version it makes no sense on any more
/// @param on whether the default set has it on
/// @param conflicts rules that ask for the opposite
public record RuleInfo(
    String id,
    Level level,
    String says,
    String because,
    Need need,
    Concern concern,
    int since,
    int until,
    boolean on,
    List<Param> params,
    List<String> conflicts,
    List<Example> examples) {

  public RuleInfo {
    params = List.copyOf(params);
    conflicts = List.copyOf(conflicts);
    examples = List.copyOf(examples);
  }

  /// `table`
  public String family() {
    return id.substring(0, id.indexOf('.'));
  }

  public Optional<Param> param(String name) {
    return params.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  public boolean isFor(int version) {
    return version >= since && version < until;
  }

  public static Builder of(String id, Level level) {
    return new Builder(id, level);
  }

  /// Puts one together, in the order in which it is read.
  public static final class Builder {
    private final String id;
    private final Level level;
    private String says = "";
    private String because = "";
    private Need need = Need.TEXT;
    private Concern concern = Concern.ALL;
    private int since;
    private int until = Integer.MAX_VALUE;
    private boolean on = true;
    private final List<Param> params = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private String schema = "";
    private String version = "";
    private String live = "";
    private final Map<String, Object> with = new HashMap<>();

    private Builder(String id, Level level) {
      this.id = id;
      this.level = level;
    }

    public Builder says(String sentence) {
      this.says = sentence;
      return this;
    }

    public Builder because(String sentence) {
      this.because = sentence;
      return this;
    }

    public Builder needs(Need need) {
      this.need = need;
      return this;
    }

    /// It is asked about these statements only.
    public Builder concerns(Concern concern) {
      this.concern = concern;
      return this;
    }

    public Builder since(int version) {
      this.since = version;
      return this;
    }

    public Builder until(int version) {
      this.until = version;
      return this;
    }

    /// An opinion or a policy: a team switches it on.
    public Builder off() {
      this.on = false;
      return this;
    }

    public Builder param(String name, Object standard, String about) {
      params.add(new Param(name, standard, about));
      return this;
    }

    public Builder conflictsWith(String... ids) {
      conflicts.addAll(List.of(ids));
      return this;
    }

    /// The tables that the examples behind this find.
    public Builder schema(String ddl) {
      this.schema = ddl;
      return this;
    }

    /// The server that the examples behind this are meant for.
    public Builder server(String version) {
      this.version = version;
      return this;
    }

    /// A setting that the examples behind this have.
    public Builder with(String param, Object value) {
      with.put(param, value);
      return this;
    }

    /// What the server says in the examples behind this, one fact a line: a step of a plan as `kind
    /// table index=i rows=n loops=n table=rows where MARK partitions=read/all`, `cost=n`, `proposes
    /// table column`, and the other facts that `FactScript` of the tests reads.
    public Builder live(String facts) {
      this.live = facts;
      return this;
    }

    public Builder bad(String script) {
      return example(Example.Kind.BAD, script);
    }

    public Builder good(String script) {
      return example(Example.Kind.GOOD, script);
    }

    public Builder near(String script) {
      return example(Example.Kind.NEAR_MISS, script);
    }

    private Builder example(Example.Kind kind, String script) {
      examples.add(new Example(kind, script, schema, version, with, live));
      return this;
    }

    public RuleInfo build() {
      return new RuleInfo(
          id, level, says, because, need, concern, since, until, on, params, conflicts, examples);
    }
  }
}
