import { account } from './playbooks/account';
import { billing } from './playbooks/billing';
import { membership } from './playbooks/membership';
import { orders } from './playbooks/orders';
import { returns } from './playbooks/returns';
import { talk } from './playbooks/talk';

export const playbooks = [...orders, ...returns, ...membership, ...account, ...billing, ...talk];
