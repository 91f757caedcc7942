import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF about files: `java -cp JAR Verdicts.java 3a,ua1 FILE...` prints a line of JSON for each flavour of each file.
 *
 * The profiles are read here, by the XML reader of Java: veraPDF's own needs JAXB, which no Java has had since 11.
 */
public final class Verdicts {
    private static final int FAILURES_SHOWN_A_RULE = 3;
    private static final String PLACE = "/org/verapdf/pdfa/validation/";

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(PDFAFlavour.fromString(name));
            for (int index = 1; index < arguments.length; index++) {
                out.println(verdict(foundry, profile, name, new File(arguments[index])));
            }
        }
    }

    private static String verdict(VeraPDFFoundry foundry, ValidationProfile profile, String flavour, File file) {
        String said = "{\"file\": " + quoted(file.getPath()) + ", \"flavour\": " + quoted(flavour);
        try (PDFAParser parser = foundry.createParser(file, profile.getPDFAFlavour())) {
            ValidationResult result =
                foundry.createValidator(profile, FAILURES_SHOWN_A_RULE, false, true, false).validate(parser);
            List<String> failures = new ArrayList<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    failures.add(failure(one));
                }
            }
            return said + ", \"tests\": " + result.getTotalAssertions() + ", \"compliant\": " + result.isCompliant()
                + ", \"failures\": [" + String.join(", ", failures) + "]}";
        } catch (Exception unreadable) {
            return said + ", \"tests\": 0, \"compliant\": false, \"failures\": [{\"rule\": \"unreadable\", \"says\": "
                + quoted(String.valueOf(unreadable.getMessage())) + ", \"object\": \"\"}]}";
        }
    }

    private static String failure(TestAssertion one) {
        RuleId rule = one.getRuleId();
        String name = rule.getSpecification().getId() + ", " + rule.getClause() + ", test " + rule.getTestNumber();
        String says = one.getErrorMessage() == null ? one.getMessage() : one.getErrorMessage();
        return "{\"rule\": " + quoted(name) + ", \"says\": " + quoted(says)
            + ", \"object\": " + quoted(one.getLocation().getContext()) + "}";
    }

    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        boolean isAccessible = flavour.getId().startsWith("ua");
        String name = (isAccessible ? "PDFUA-" : "PDFA-")
            + flavour.getPart().getPartNumber() + (isAccessible ? "" : flavour.getLevel().getCode().toUpperCase());
        Element root;
        try (InputStream file = Verdicts.class.getResourceAsStream(PLACE + name + ".xml")) {
            Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
            root = read.getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element one : all(root, "rule")) {
            rules.add(rule(flavour, one));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
            flavour, Profiles.profileDetailsFromValues(name, "", "", new Date(0)), "", rules, variables);
    }

    private static Rule rule(PDFAFlavour flavour, Element one) {
        Element id = all(one, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : all(one, "argument")) {
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().trim(), name, null));
        }
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            one.getAttribute("object"), Boolean.valueOf(one.getAttribute("deferred")), one.getAttribute("tags"),
            text(one, "description"), text(one, "test"),
            Profiles.errorFromValues(text(one, "message"), arguments), List.of());
    }

    private static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }

    private static String quoted(String text) {
        StringBuilder made = new StringBuilder("\"");
        for (char sign : text.toCharArray()) {
            if (sign == '"' || sign == '\\') {
                made.append('\\').append(sign);
            } else if (sign < ' ') {
                made.append(String.format("\\u%04x", (int) sign));
            } else {
                made.append(sign);
            }
        }
        return made.append('"').toString();
    }
}
