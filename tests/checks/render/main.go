// Renders a template of Go's text/template as `helm template` does, with those of Helm's functions that the checks use.
//
//	go run main.go TEMPLATE VALUES.json
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"text/template"
)

func toYaml(value any) string {
	entries, ok := value.(map[string]any)
	if !ok {
		return fmt.Sprint(value)
	}
	var lines []string
	for key, entry := range entries {
		lines = append(lines, fmt.Sprintf("%s: %v", key, entry))
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

func indent(width int, text string) string {
	blanks := strings.Repeat(" ", width)
	return blanks + strings.ReplaceAll(text, "\n", "\n"+blanks)
}

func main() {
	source, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	data, err := os.ReadFile(os.Args[2])
	if err != nil {
		panic(err)
	}
	var values map[string]any
	if err := json.Unmarshal(data, &values); err != nil {
		panic(err)
	}
	root := template.New("root")
	root.Funcs(template.FuncMap{
		"toYaml":  toYaml,
		"indent":  indent,
		"nindent": func(width int, text string) string { return "\n" + indent(width, text) },
		"quote":   func(value any) string { return fmt.Sprintf("%q", fmt.Sprint(value)) },
		"default": func(fallback, value any) any {
			if value == nil || value == "" {
				return fallback
			}
			return value
		},
		"include": func(name string, data any) (string, error) {
			var text bytes.Buffer
			err := root.ExecuteTemplate(&text, name, data)
			return text.String(), err
		},
	})
	template.Must(root.Parse(`{{ define "labels" }}{{ "app: openmetadata\nrole: profiler" }}{{ end }}`))
	template.Must(root.New("file").Parse(string(source)))
	context := map[string]any{"Values": values, "Release": map[string]any{"Name": "shop"}}
	if err := root.ExecuteTemplate(os.Stdout, "file", context); err != nil {
		panic(err)
	}
}
