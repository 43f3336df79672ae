package org.binnacle.review.rule.valid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fraction of seconds of `CURRENT_TIMESTAMP(3)`.
public final class Precision {
  private static final Pattern DIGITS = Pattern.compile("\\(\\s*(\\d+)\\s*\\)");
  private static final Pattern NOW =
      Pattern.compile("(?i)(current_timestamp|now|localtime|localtimestamp)\\s*(\\(.*\\))?");

  private Precision() {}

  public static int of(String call) {
    Matcher m = DIGITS.matcher(call);
    return m.find() ? Integer.parseInt(m.group(1)) : 0;
  }

  public static boolean isNow(String text) {
    return NOW.matcher(text).matches();
  }
}
