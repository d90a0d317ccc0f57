package io.github.auth0jakarta.testing;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs from now on, until it is closed. */
public final class RecordedLog extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    private record Entry(Level level, String message) {}

    public RecordedLog(Class<?> type) {
        this.logger = Logger.getLogger(type.getName());
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        Object[] parameters = entry.getParameters();
        String message = parameters == null
                ? entry.getMessage()
                : new MessageFormat(entry.getMessage(), Locale.ROOT).format(parameters);
        entries.add(new Entry(entry.getLevel(), message));
    }

    /** Returns the messages, oldest first, with their parameters. */
    public List<String> messages() {
        return entries.stream().map(Entry::message).toList();
    }

    /** Returns those of one level. */
    public List<String> messages(Level level) {
        return entries.stream()
                .filter(entry -> entry.level().equals(level))
                .map(Entry::message)
                .toList();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
