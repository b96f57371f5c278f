// Runs HeidelTime in one process over many texts: lines of `day TAB text` in base64, lines of `seconds TAB TimeML` out.
// Started by peer_times.py as a program of its own: java -cp JAR peer_heideltime.java CONFIG

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Base64;

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;

public class peer_heideltime {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        System.setOut(System.err);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.getLanguageFromString("arabic"), DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.NO);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split("\t");
            String text = new String(Base64.getDecoder().decode(cells[1]), StandardCharsets.UTF_8);
            long begin = System.nanoTime();
            String found = tagger.process(text, days.parse(cells[0]));
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.println(seconds + "\t" + Base64.getEncoder().encodeToString(found.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
