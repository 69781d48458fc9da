namespace OmConfigLint.Cli.CommandLine;

/// <summary>What <c>--help</c> prints. Written by hand, so that it reads well; a test holds it together with the grammar.</summary>
internal static class HelpText
{
    /// <summary><c>omlint --help</c>.</summary>
    public const string Check = """
        omlint checks the files with which people run OpenMetadata against a release,
        and rewrites what that release would refuse, ignore or do differently.

        Usage: omlint [OPTIONS] [PATH...]     check files, directories or globs (default: .)
               omlint explain ID              show a rule's page
               omlint rules                   list every rule
               omlint init                    set a repository up
               omlint completion SHELL        print what a shell needs to complete

        Releases
          --target VERSION          release to check against: 1.6, 1.6.3 or 1.6.3.1 (default:
                                    omlint_target_version of .editorconfig, else the newest)
          --from VERSION            release in use: only what changed after it is checked

        Fixes
          --fix                     apply the safe fixes
          --unsafe-fixes            with --fix or --diff: the unsafe fixes as well
          --diff                    print what --fix would do as a patch; write nothing
          --exit-non-zero-on-fix    with --fix: exit with 1 where something was fixed

        Rules
          --select RULES            run these only: ids, beginnings of ids (OM1), names or
                                    categories, separated by commas or given again
          --ignore RULES            do not run these; the narrower of two selectors decides
          --fail-on SEVERITY        exit with 1 from this severity on: error, warning (default),
                                    note or never
          --rules DIR               add the rule pages of a directory

        Only what is new
          --baseline FILE           hide the findings that FILE knows; report what is stale
          --write-baseline          make the baseline of what is found now
          --prune-baseline          remove what is stale from the baseline
          --changed[=REF]           analyse everything, report on files that changed, committed
                                    or not, since HEAD and REF parted (default: the main branch)
          --changed-lines[=REF]     the same by line

        Files
          -                         check standard input
          --stdin-filename PATH     with -: the path that standard input stands for
          --show-files              list the files that would be looked at
          --no-config               read no .editorconfig
          -j, --jobs N              files worked on at a time (default: one a processor)

        Output
          --format FORMAT[=FILE]    text (default), json, sarif, github, gitlab, junit, markdown
                                    or checkstyle; may be given again, one at most without a file
          --category NAME           with sarif: tells this report from others of the same commit
          --include-suppressed      with sarif or json: also what comments suppress, so marked
          --color WHEN              auto (default), always or never
          --statistics              end with counts by rule
          -q, --quiet               one line a finding
          -v, --verbose             more about each finding

          -h, --help                print this help
          -V, --version             print the version and the releases it knows

        Examples
          omlint ingestion/ --target 1.6            what an upgrade to 1.6 would break
          omlint --fix --from 1.5 --target 2.0      mend it
          omlint --diff > upgrade.patch             look first, then `git apply`
          omlint --format text --format sarif=omlint.sarif
          omlint - --stdin-filename dags/mysql.yaml --fix < dags/mysql.yaml

        Exit codes: 0 nothing left to report, 1 findings, 2 omlint could not do its work.

        """;

    /// <summary><c>omlint explain --help</c>.</summary>
    public const string Explain = """
        Shows a rule's page: what it checks, why, examples, how safe its fix is.

        Usage: omlint explain ID

          ID              the rule's id or name: OM1001, profiler-generate-sample-data
          --rules DIR     know the rule pages of a directory as well
          --color WHEN    auto (default), always or never
          -h, --help      print this help

        """;

    /// <summary><c>omlint rules --help</c>.</summary>
    public const string Rules = """
        Lists every rule.

        Usage: omlint rules

          --format FORMAT    text (default) or json
          --rules DIR        list the rule pages of a directory as well
          -h, --help         print this help

        """;

    /// <summary><c>omlint init --help</c>.</summary>
    public const string Init = """
        Sets the current directory up: a section of .editorconfig with the OpenMetadata releases,
        .pre-commit-config.yaml and .github/workflows/omlint.yml. What exists stays as it is.

        Usage: omlint init

          --from VERSION      release in use (default: the oldest that requirements, images and
                              the like below the current directory name)
          --target VERSION    release to check against (default: the newest)
          --baseline          accept what is found today: make omlint-baseline.json, and use it in
                              the hook and the workflow
          --dry-run           say what would be done; write nothing
          -h, --help          print this help

        """;

    /// <summary><c>omlint completion --help</c>.</summary>
    public const string Completion = """
        Prints a script by which a shell completes commands, options, formats, releases and rules.

        Usage: omlint completion SHELL

          SHELL           bash, zsh, fish or powershell
          -h, --help      print this help

        To load it
          bash            source <(omlint completion bash)                 in ~/.bashrc
          zsh             source <(omlint completion zsh)         in ~/.zshrc, behind compinit
          fish            omlint completion fish > ~/.config/fish/completions/omlint.fish
          powershell      omlint completion powershell | Out-String | Invoke-Expression
                                                                           in $PROFILE

        """;
}
