package org.binnacle.app.house;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of this program: `logs/binnacle.log` in the state folder, at most four files of 2 MB.
/// Nothing is logged before the state folder is known, and nothing ever goes to the terminal.
///
/// Configured in code: a small command should not wait for Logback's XML reader to load.
public final class Logs {
  private static final int OLDER_FILES = 3;

  private Logs() {}

  /// Called by Logback when the first logger is asked for; leaves all silent.
  public static final class Silence extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
  }

  /// Sends the log to the folder from now on.
  ///
  /// @param more our own debug lines too
  /// @return closes the file
  public static AutoCloseable into(Path folder, boolean more) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return () -> {};
    }
    context.reset();
    var file = new RollingFileAppender<ILoggingEvent>();
    file.setContext(context);
    file.setFile(folder.resolve("binnacle.log").toString());
    file.setEncoder(encoder(context));
    file.setRollingPolicy(rolling(context, folder, file));
    file.setTriggeringPolicy(size(context));
    file.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(file);
    context.getLogger("org.binnacle").setLevel(more ? Level.DEBUG : Level.INFO);
    // The driver prints whole statements with values at these levels.
    context.getLogger("com.mysql").setLevel(Level.ERROR);
    return () -> {
      context.reset();
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    };
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n");
    encoder.start();
    return encoder;
  }

  private static FixedWindowRollingPolicy rolling(
      LoggerContext context, Path folder, RollingFileAppender<ILoggingEvent> file) {
    var rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("binnacle.%i.log").toString());
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLDER_FILES);
    rolling.start();
    return rolling;
  }

  private static SizeBasedTriggeringPolicy<ILoggingEvent> size(LoggerContext context) {
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf("2MB"));
    size.start();
    return size;
  }
}
