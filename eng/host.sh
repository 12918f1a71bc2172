# Sourced by run.sh, test.sh and bench.sh: which actor host the grains are built against (docs/decisions/0001-two-actor-hosts.md), and building.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# choose_host [orleans|embedded]
# Writes the choice to eng/ActorHost.local.props, where plain `dotnet build` finds it, and sets ACTOR_HOST.
# Without an argument it is Orleans where the whole set of Orleans packages can be restored, else Embedded.
choose_host() {
  local wanted=${1:-} azure=false reason
  case ${wanted,,} in
    orleans) ACTOR_HOST=Orleans reason="forced by --host" ;;
    embedded) ACTOR_HOST=Embedded reason="forced by --host" ;;
    '')
      if restores Probe; then
        ACTOR_HOST=Orleans reason="its packages can be restored here"
      else
        ACTOR_HOST=Embedded reason="the Orleans packages can't be restored here: $MISSING"
      fi
      ;;
    *) fail "--host must be orleans or embedded, not '$wanted'." ;;
  esac
  if [[ $ACTOR_HOST == Orleans ]] && restores AzureProbe; then
    azure=true
    reason+="; so can the Azure providers"
  fi
  remember_host "$ACTOR_HOST" $azure
  echo "Actor host: $ACTOR_HOST ($reason)."
}

# Asks the feed each time, so that a package that has come or gone since is noticed. Sets MISSING to the first thing that stood in the way.
restores() {
  local output
  output=$(dotnet restore "$ROOT/eng/probe/$1.csproj" --no-http-cache --force -v quiet -p:ActorHost=Orleans 2>&1) && return
  MISSING=$(grep -om1 -E "NU[0-9]+: [^.]*([.][A-Za-z0-9][^.]*)*" <<<"$output" || tail -1 <<<"$output")
  MISSING=${MISSING/Warning As Error: /}
  return 1
}

# Leaves an unchanged file alone: its age would make every project build again.
remember_host() {
  local file=$ROOT/eng/ActorHost.local.props content
  content="<Project>
  <PropertyGroup>
    <ActorHost Condition=\"'\$(ActorHost)' == ''\">$1</ActorHost>
    <AzureProviders Condition=\"'\$(AzureProviders)' == ''\">$2</AzureProviders>
  </PropertyGroup>
</Project>"
  [[ -f $file && $(<"$file") == "$content" ]] || echo "$content" >"$file"
}

# build PROJECT [OPTION...]: silent unless it fails.
build() {
  local output
  output=$(dotnet build "$@" -nologo -v minimal 2>&1) && return
  grep -E ': (error|warning) ' <<<"$output" | sort -u >&2 || echo "$output" >&2
  fail "The build failed."
}

fail() {
  echo "$*" >&2
  exit 1
}
