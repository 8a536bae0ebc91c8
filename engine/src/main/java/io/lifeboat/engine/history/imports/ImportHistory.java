package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.HistoryException;
import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.HistoryWriter;
import io.lifeboat.engine.history.RunInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command that brings recorded production data into a history: {@code csv|smart|memory|log --history DIR …}. */
public final class ImportHistory {

    private static final int USAGE_ERROR = 2;

    private static final List<Importer> IMPORTERS =
            List.of(new CsvImporter(), new SmartImporter(), new MemoryImporter(), new LogImporter());

    private final InstantSource clock;

    /** @param clock gives the time of recording */
    public ImportHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** Exits with 0 when everything was imported, with 2 when nothing was because an argument or a line breaks a rule. */
    public static void main(String[] arguments) throws IOException {
        int status = new ImportHistory(InstantSource.system()).run(Arrays.asList(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Imports, as the command does.
     *
     * @param out hears what was imported
     * @param err hears why nothing was
     * @return 0 when everything was imported, 2 when nothing was
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.println(usage());
            return arguments.isEmpty() ? USAGE_ERROR : 0;
        }
        try {
            Importer importer = importer(arguments.get(0));
            ImportOptions options = ImportOptions.parse(arguments.subList(1, arguments.size()));
            options.allowOnly(importer.options());
            Path history = Path.of(options.required("history"));
            Imported imported = importer.read(options);
            write(importer, options, history, imported);
            imported.remarks().forEach(out::println);
            out.println("%d frames and %d truths are in %s now."
                    .formatted(imported.frames().size(), imported.truths().size(), history));
            return 0;
        } catch (HistoryException e) {
            err.println(e.getMessage());
            return USAGE_ERROR;
        }
    }

    private static Importer importer(String name) {
        return IMPORTERS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HistoryException("\"%s\" cannot be imported.%nMaybe use one of %s."
                        .formatted(name, IMPORTERS.stream().map(Importer::name).toList())));
    }

    private static String usage() {
        return IMPORTERS.stream()
                .map(Importer::usage)
                .collect(Collectors.joining(
                        System.lineSeparator() + "  ",
                        "Imports recorded data into a history, each with --history DIR [--id NAME]:"
                                + System.lineSeparator() + "  ",
                        ""));
    }

    private void write(Importer importer, ImportOptions options, Path history, Imported imported) {
        if (imported.frames().isEmpty()) {
            throw new HistoryException("There is nothing to import.%nMaybe the files have a header only.".formatted());
        }
        List<SourceFile> inputs = options.inputs();
        String files = inputs.get(0).path().getFileName()
                + (inputs.size() == 1 ? "" : " and %d more".formatted(inputs.size() - 1));
        RunInfo info = new RunInfo(
                options.text("id").orElse(inputs.get(0).stem()),
                "import",
                importer.name() + " " + files,
                0,
                imported.frames().get(0).at());
        HistoryWriter writer =
                HistoryStore.open(history, HistoryLimits.UNLIMITED, clock).begin(info);
        try {
            imported.frames().forEach(writer::append);
            writer.finish(imported.truths());
        } catch (RuntimeException e) {
            writer.discard();
            throw e;
        }
    }
}
