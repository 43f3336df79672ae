package org.binnacle.review.set;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.rule.Nearest;
import org.jspecify.annotations.Nullable;

/// Rule sets by name, for those that ship, or by file.
public final class RuleSets {
  public static final List<String> SHIPPED = List.of("default", "strict", "multi-active", "legacy");
  private static final int MAX_DEPTH = 8;

  private RuleSets() {}

  /// @throws Fault where there is none, or where it says what cannot be
  public static RuleSet of(String nameOrFile) {
    return load(nameOrFile, Path.of(""), 0);
  }

  static RuleSet load(String nameOrFile, Path folder, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Fault(
          ReviewFaults.BAD_RULE_SET, nameOrFile + ": rule sets extend each other in a ring");
    }
    if (SHIPPED.contains(nameOrFile)) {
      return read(nameOrFile, shipped(nameOrFile), Notation.YAML, folder, depth);
    }
    Path file = folder.resolve(nameOrFile);
    if (!Files.isRegularFile(file)) {
      Optional<String> near = Nearest.of(nameOrFile, SHIPPED);
      throw new Fault(
          ReviewFaults.NO_RULE_SET,
          nameOrFile
              + near.map(n -> ": neither a file nor a set; did you mean " + n + "?")
                  .orElse(": neither a file nor one of " + String.join(", ", SHIPPED)));
    }
    try {
      Path parent = file.toAbsolutePath().getParent();
      return read(
          nameOrFile,
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
          Notation.of(nameOrFile),
          parent == null ? folder : parent,
          depth);
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NO_RULE_SET, FileWords.of(nameOrFile, e), e);
    }
  }

  private static String shipped(String name) {
    try (InputStream in = RuleSets.class.getResourceAsStream("/rules/" + name + ".yaml")) {
      if (in == null) {
        throw new Fault(ReviewFaults.NO_RULE_SET, name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NO_RULE_SET, name, e);
    }
  }

  /// One that is no file yet, in YAML.
  ///
  /// @param folder that `extends` is looked for in
  /// @throws Fault where it says what cannot be
  public static RuleSet parse(String name, String yaml, Path folder) {
    return read(name, yaml, Notation.YAML, folder, 0);
  }

  private static RuleSet read(String name, String text, Notation notation, Path folder, int depth) {
    return new RuleSetReader(new Where(name, text), folder, depth).read(notation.read(name, text));
  }

  /// @param part of the file that the keys are of, such as `override`; empty for the file itself
  static void known(Where where, String part, Set<String> keys, Set<String> allowed) {
    for (String key : keys) {
      if (!allowed.contains(key)) {
        throw bad(
            where.at(key),
            (part.isEmpty() ? "" : part + ": ") + "unknown key " + key,
            Nearest.of(key, allowed).orElse(null));
      }
    }
  }

  static Fault bad(String where, String what, @Nullable String near) {
    return new Fault(
        ReviewFaults.BAD_RULE_SET,
        where + ": " + what + (near == null ? "" : "; did you mean " + near + "?"));
  }
}
