/** Who is enrolled on this phone. */
import { t } from "../../i18n/t.ts";
import { Hello } from "../../ui/hello.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Account } from "../../vault/accounts.ts";

type Props = {
  readonly accounts: readonly Account[];
  readonly onChoose: (account: Account) => void;
  readonly onOther: () => void;
};

export function Accounts({ accounts, onChoose, onOther }: Props) {
  return (
    <main class="screen screen-bare stack-wide">
      <Hello text={t("Who are you?")} />
      <ul class="stack">
        {accounts.map((account) => (
          <li key={account.device}>
            <button
              type="button"
              class="choice choice-big"
              data-testid="account"
              onClick={() => onChoose(account)}
            >
              <Icon name="user" /> {account.user.name}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button button-wide" data-testid="sign-in-other" onClick={onOther}>
        {t("Sign in as someone else")}
      </button>
    </main>
  );
}
